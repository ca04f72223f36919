package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Understood.Scored;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Draws what may happen to a conversation, most of it to the point.
final class RandomInputs {
  private static final HookRecord RECORD = new HookRecord("POST", "", "{}", null, null, 3);

  private final Random random;
  private final RandomBots bots;

  RandomInputs(Random random, RandomBots bots) {
    this.random = random;
    this.bots = bots;
  }

  /// The same text as the model of another version would have understood it.
  static Input.Text understoodBy(int version, Input.Text text) {
    Understood by = text.understood();
    return by.botVersion() == version
        ? text
        : new Input.Text(
            text.text(),
            text.attachments(),
            new Understood(
                version, by.language(), by.intents(), by.threshold(), by.covered(), by.entities()));
  }

  Input input(Conversation state, int version) {
    return switch (random.nextInt(17)) {
      case 0, 1, 2, 3, 4 -> text(version);
      case 5 -> new Input.GoTo(bots.target(), null, values());
      case 6 -> new Input.CustomEvent(random.nextBoolean() ? "A" : "?");
      case 7 -> new Input.UrlLoaded("https://" + bots.pick(RandomBots.STORIES) + "/x");
      case 8 -> new Input.SatisfactionGiven("good", random.nextBoolean() ? bots.target() : null);
      case 9 -> new Input.SetValues(values(), random.nextBoolean());
      case 10, 11, 12, 13 -> answer(state);
      case 14 -> timer(state);
      case 15 -> update(state);
      default -> command();
    };
  }

  private Input update(Conversation state) {
    var session = state.holder().session();
    return new Input.SessionUpdated(session == null ? "nobody's" : session.id(), values());
  }

  private Input command() {
    return switch (random.nextInt(6)) {
      case 0 -> new Input.Pause();
      case 1, 2, 3 -> new Input.Release();
      case 4 -> new Input.Close();
      default -> new Input.Resume();
    };
  }

  private Input.Text text(int version) {
    String story = bots.pick(RandomBots.STORIES);
    List<Scored> scored =
        List.of(
            new Scored(story, random.nextDouble(), random.nextInt(4) == 0),
            new Scored("gone", random.nextDouble(), false));
    String words =
        switch (random.nextInt(6)) {
          case 0 -> "yes";
          case 1 -> "no";
          case 2 -> " ";
          case 3 -> "漢字".repeat(random.nextInt(4) == 0 ? random.nextInt(2_000) : 2);
          default -> "tell " + story;
        };
    List<EntitySpan> spans =
        random.nextInt(3) == 0
            ? List.of(new EntitySpan("date", 0, 1, "x", "2025-11-20", Map.of()))
            : List.of();
    Understood understood =
        new Understood(version, "es", scored, 0.5, random.nextInt(5) > 0, spans);
    return new Input.Text(words, List.of(), understood);
  }

  private Value.Obj values() {
    return Value.Obj.of(bots.key(), value());
  }

  private Value value() {
    return switch (random.nextInt(6)) {
      case 0 -> Value.of("漢".repeat(random.nextInt(2_000)));
      case 1 -> new Value.Num("1e9999");
      case 2 -> Value.List.of(Value.of("tell"), Value.Null.NULL);
      case 3 -> Value.of("{{k}}{{k}}");
      default -> Value.of(random.nextInt(20));
    };
  }

  private Input answer(Conversation state) {
    List<OpenHook> out = new ArrayList<>(state.waiting().side());
    if (state.waiting().blocking() != null) {
      out.add(state.waiting().blocking());
    }
    String callId = out.isEmpty() ? "gone" : out.get(random.nextInt(out.size())).callId();
    HookAnswer answer =
        random.nextInt(4) == 0
            ? new HookAnswer.Failed(bots.pick(List.of(HookAnswer.Reason.values())))
            : good();
    return new Input.HookSettled(callId, answer, RECORD);
  }

  private HookAnswer good() {
    Value.Obj say =
        Value.Obj.builder()
            .put("type", "send_text_action")
            .put("alternatives", Value.List.of(Value.of("{{k}}")))
            .build();
    return new HookAnswer.Good(
        random.nextBoolean() ? Value.List.of(say) : null,
        random.nextBoolean() ? new HookAnswer.Values(values(), random.nextBoolean()) : null,
        random.nextBoolean() ? values() : Value.Obj.EMPTY);
  }

  private Input timer(Conversation state) {
    List<Timer> timers = state.timers();
    int generation = timers.isEmpty() ? 7 : timers.get(random.nextInt(timers.size())).generation();
    return new Input.TimerDue(generation);
  }
}
