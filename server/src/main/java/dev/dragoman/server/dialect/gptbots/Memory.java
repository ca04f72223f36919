package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.dialect.gptbots.SendRequest.Mode;
import dev.dragoman.server.store.Answers;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.ReplyModes;
import java.util.List;

/// What the door remembers beside a conversation: how it was asked to answer last, and where each
/// answer is found again.
final class Memory {
  private final ReplyModes modes;
  private final Answers answers;
  private final Conversations conversations;
  private final Kept.Store files;

  Memory(GptbotsDoor.Records records) {
    this.modes = records.modes();
    this.answers = records.answers();
    this.conversations = records.conversations();
    this.files = records.files();
  }

  /// Keeps the files of a message to this conversation.
  Kept keep(int workspace, Conversation.Address address, List<Attached> attached) {
    return files.keep(workspace, address, attached);
  }

  /// From the next event on the conversation is answered so. Unasked, nothing goes to a webhook.
  void mode(Access.Guest guest, Conversation.Address address, Mode mode, int version) {
    String id = address.conversationId();
    ReplyModes.Mode wanted = new ReplyModes.Mode(mode.word(), version);
    var known = modes.at(guest.workspace(), id, Long.MAX_VALUE);
    boolean same = known.map(wanted::equals).orElse(mode != Mode.WEBHOOK);
    Conversation state = same ? null : conversations.state(guest.workspace(), id);
    if (state != null) {
      modes.change(guest.workspace(), id, state.progress().sequence() + 1, wanted);
    }
  }

  /// The answer that begins with this leg can be asked about from now on.
  void note(Access.Guest guest, Conversation.Address address, Leg first) {
    answers.note(
        guest.workspace(),
        List.of(
            new Answers.Place(first.turnId(), address.conversationId(), first.firstSequence())));
  }
}
