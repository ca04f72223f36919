package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.store.Answers;
import dev.dragoman.server.store.Legs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was recorded of a bot's conversations, for who reads it.
final class Books {
  private final BotShelf bots;
  private final Directory directory;
  private final Legs legs;
  private final Answers answers;

  Books(GptbotsDoor.Flow flow, Legs legs, Answers answers) {
    this.bots = flow.bots();
    this.directory = flow.directory();
    this.legs = legs;
    this.answers = answers;
  }

  /// An answer of the key's bot: the legs of its turn, and what was thought of it.
  record Answered(Conversation.Address address, Answers.Judged judged, List<Leg> legs) {}

  List<Transcript.Row> transcript(Access.Guest guest, String conversationId) {
    return Transcript.of(legs, guest.workspace(), conversationId, names(guest));
  }

  StepNames names(Access.Guest guest) {
    return StepNames.of(bots, guest.bot());
  }

  /// Whoever has seen an answer may ask about it, whichever door it was given through.
  void note(Access.Guest guest, String conversationId, List<Transcript.Row> rows) {
    answers.note(
        guest.workspace(),
        rows.stream()
            .filter(Transcript.Row.Answered.class::isInstance)
            .map(Transcript.Row.Answered.class::cast)
            .map(row -> new Answers.Place(row.messageId(), conversationId, row.firstSequence()))
            .toList());
  }

  Map<String, String> feedbacks(Access.Guest guest, List<String> ids) {
    return answers.feedbacks(guest.workspace(), ids);
  }

  /// The answer of that id, if it is one of the key's bot.
  Optional<Answers.Judged> find(Access.Guest guest, String answerId) {
    return answers.find(guest.workspace(), answerId).filter(judged -> owns(guest, judged));
  }

  private boolean owns(Access.Guest guest, Answers.Judged judged) {
    return address(guest, judged)
        .filter(address -> address.botId().equals(guest.bot().botId()))
        .isPresent();
  }

  private Optional<Conversation.Address> address(Access.Guest guest, Answers.Judged judged) {
    return directory.address(guest.workspace(), judged.place().conversationId());
  }

  /// The same with all that was recorded of it.
  Optional<Answered> read(Access.Guest guest, String answerId) {
    return find(guest, answerId)
        .flatMap(
            judged ->
                address(guest, judged)
                    .map(address -> new Answered(address, judged, legs(guest, judged.place()))))
        .filter(answered -> !answered.legs().isEmpty());
  }

  private List<Leg> legs(Access.Guest guest, Answers.Place place) {
    return legs.ofTurn(
        guest.workspace(), place.conversationId(), place.firstSequence(), place.id());
  }

  /// Judges an answer of the key's bot; false when nothing changed.
  boolean judge(
      Access.Guest guest, String answerId, Answers.Judgement what, @Nullable String word) {
    return find(guest, answerId).isPresent()
        && answers.judge(guest.workspace(), answerId, what, word);
  }
}
