package dev.dragoman.server.channel;

import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.store.ChannelLanes;
import dev.dragoman.server.store.ChannelSends;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a leg says over a channel, and to whom. The words come from the leg alone; the buttons of a
/// closed question from the bot's version. Thread-safe.
public final class Speech {
  /// The realm of identities that channels reach.
  static final String REALM = "phone";

  private final Conversations conversations;
  private final Contacts contacts;
  private final BotShelf shelf;

  /// One message to send.
  record Utterance(ChannelSends.Key key, String messageId, Carrier.Parcel parcel) {}

  /// Reads from these.
  public Speech(Conversations conversations, Contacts contacts, BotShelf shelf) {
    this.conversations = conversations;
    this.contacts = contacts;
    this.shelf = shelf;
  }

  /// The messages of a leg in order; none for a contact without a number, or an erased one.
  List<Utterance> of(ChannelLanes.Due due, Leg leg) {
    Conversation state = conversations.state(due.workspace(), due.conversationId());
    Optional<String> to = state == null ? Optional.empty() : number(due.workspace(), state);
    return to.isEmpty() ? List.of() : all(due, leg, Objects.requireNonNull(state), to.get());
  }

  private Optional<String> number(int workspace, Conversation state) {
    return contacts
        .get(workspace, state.address().contactId())
        .map(contact -> contact.body().identities().text(REALM));
  }

  private List<Utterance> all(ChannelLanes.Due due, Leg leg, Conversation state, String to) {
    List<Utterance> all = new ArrayList<>();
    List<Event> events = leg.told().events();
    int last = lastText(events);
    for (int i = 0; i < events.size(); i++) {
      long sequence = leg.firstSequence() + i;
      List<Said> said = List.of();
      String messageId = "";
      if (events.get(i) instanceof Event.Sent sent) {
        messageId = sent.messageId();
        said = Utterances.of(sequence, sent.action());
      } else if (events.get(i) instanceof Event.InRoom(RoomEvent.Message message)) {
        messageId = message.messageId();
        said =
            message.author() == RoomEvent.Author.CONTACT ? said : Utterances.of(message.content());
      }
      if (i == last) {
        said = withAnswers(said, answers(due.workspace(), state, events.subList(0, i)));
      }
      for (int part = 0; part < said.size(); part++) {
        ChannelSends.Key key =
            new ChannelSends.Key(due.workspace(), due.conversationId(), sequence, part);
        all.add(
            new Utterance(
                key, messageId, new Carrier.Parcel(to, Reference.of(key), said.get(part))));
      }
    }
    return all;
  }

  /// The place of the last thing sent, if it is a plain text: there a question is asked.
  private static int lastText(List<Event> events) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof Event.Sent(_, var action)) {
        return "send_text_action".equals(action.text("type")) ? i : -1;
      }
    }
    return -1;
  }

  private static List<Said> withAnswers(List<Said> said, List<Said.Choice> answers) {
    return answers.isEmpty()
            || said.size() != 1
            || !(said.getFirst() instanceof Said.Text(var text))
        ? said
        : List.of(Utterances.asked(text, answers, null));
  }

  /// The answers of the closed question that this leg came to before it said its last words.
  private List<Said.Choice> answers(int workspace, Conversation state, List<Event> before) {
    Session session = state.holder().session();
    String stepId = null;
    for (Event event : before) {
      stepId = event instanceof Event.StepEntered(var entered) ? entered : stepId;
    }
    if (stepId == null || session == null) {
      return List.of();
    }
    String step = stepId;
    BotKey key = new BotKey(workspace, state.address().botId());
    return shelf
        .bot(key, session.botVersion())
        .flatMap(
            bot ->
                bot.place(step)
                    .map(place -> place.step().question())
                    .map(
                        question ->
                            answers(question, session.language(), bot.head().languages().main())))
        .orElse(List.of());
  }

  private static List<Said.Choice> answers(
      @Nullable Question question, String language, String main) {
    if (!(question instanceof Question.Closed closed)) {
      return List.of();
    }
    List<Said.Choice> choices = new ArrayList<>();
    for (Question.Answer answer : closed.answers()) {
      Template label = answer.label().in(language, main);
      if (!label.isLiteral()) {
        return List.of();
      }
      choices.add(new Said.Choice(answer.id(), label.literalText()));
    }
    return choices;
  }
}
