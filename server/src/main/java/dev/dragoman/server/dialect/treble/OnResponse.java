package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookAnswer.Failed;
import dev.dragoman.core.conversation.HookAnswer.Reason;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.HookForms;
import dev.dragoman.server.flow.HookForms.Call;
import dev.dragoman.server.flow.HookForms.Read;
import dev.dragoman.server.flow.HookForms.Scene;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.json.Spacing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The hook on an arrow after an answer (seed 000; contract treble §2.1 and §2.7).
///
/// Any 2xx whose body is an object may carry `user_session_keys`; every other 2xx body changes
/// nothing, which is no failure.
public final class OnResponse implements HookForms.ArrowForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  @Override
  public Call call(Work.CallArrowHook work, Scene scene) {
    Work.Answered answered = work.answered();
    ObjBuilder body =
        Value.Obj.builder()
            .put("country_code", text(scene.contact().attributes(), "countryCode"))
            .put("cellphone", text(scene.contact().attributes(), "cellphone"))
            .put("session_id", work.session().id())
            .put("conversation_id", Integer.toString(scene.storyNumber()))
            .put("question", question(answered, work.session().language()))
            .put("sent_at", time(answered.askedNanos()))
            .put("responded_at", time(scene.nowNanos()))
            .put("sent_text", answered.sentText())
            .put("actual_response", answered.actualResponse())
            .put("classified_answer", Value.Obj.of("text", Value.of(classified(answered))))
            .put("user_session_keys", keys(work.session().values()));
    String document = new String(Json.write(body.build(), Spacing.PYTHON), StandardCharsets.UTF_8);
    return new Call(work.call().url(), Map.of("Content-Type", "application/json"), document);
  }

  private static String text(Value.Obj attributes, String name) {
    String text = attributes.text(name);
    return text == null ? "" : text;
  }

  private static String classified(Work.Answered answered) {
    return answered.classifiedLabel() == null
        ? answered.actualResponse()
        : answered.classifiedLabel();
  }

  private static Value.Obj question(Work.Answered answered, String language) {
    ObjBuilder question = Value.Obj.builder();
    String asked = answered.sentText();
    switch (answered.question()) {
      case null -> question.put("type", "open").put("text", asked);
      case Question.Open _ -> question.put("type", "open").put("text", asked);
      case Question.Closed closed ->
          question
              .put("type", "closed")
              .put("text", asked)
              .put("answers", answers(closed, language));
    }
    return question.build();
  }

  private static Value.List answers(Question.Closed closed, String language) {
    List<Value> answers = new ArrayList<>();
    closed
        .answers()
        .forEach(
            answer -> answers.add(Value.Obj.of("text", Value.of(label(answer.label(), language)))));
    if (closed.catchAll() != null) {
      answers.add(Value.Obj.of("text", Value.of("DEFAULT")));
    }
    return new Value.List(answers);
  }

  private static String label(Phrase phrase, String language) {
    StringBuilder label = new StringBuilder();
    for (Template.Part part : phrase.in(language, language).parts()) {
      if (part instanceof Template.Part.Literal(var literal)) {
        label.append(literal);
      }
    }
    return label.toString();
  }

  /// UTC with a space and six digits of fraction, which vanish when they are all zero.
  static String time(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, NANOS_PER_SECOND);
    long micros = Math.floorMod(epochNanos, NANOS_PER_SECOND) / 1_000;
    String whole = TIME.format(Instant.ofEpochSecond(seconds));
    return micros == 0 ? whole : whole + "." + "%06d".formatted(micros);
  }

  private static Value.List keys(Value.Obj values) {
    List<Value> keys = new ArrayList<>();
    values
        .members()
        .forEach(
            (key, value) -> {
              boolean location = value instanceof Value.Obj place && place.get("latitude") != null;
              keys.add(
                  Value.Obj.builder()
                      .put("key", key)
                      .put("value", written(value))
                      .put("type", location ? Value.of("location") : Value.Null.NULL)
                      .build());
            });
    return new Value.List(keys);
  }

  /// Always a string; lists and objects as JSON with Python's spaces.
  private static String written(Value value) {
    return switch (value) {
      case Value.Null _ -> "";
      case Value.Text(var text) -> text;
      case Value.Num(var text) -> text;
      case Value.Bool(boolean truth) -> Boolean.toString(truth);
      case Value.List _, Value.Obj _ ->
          new String(Json.write(value, Spacing.PYTHON), StandardCharsets.UTF_8);
    };
  }

  @Override
  public Read read(int status, byte[] body) {
    if (status < 200 || status > 299) {
      return new Read(
          new Failed(Reason.STATUS), "RequestFailed: Invalid status code (" + status + ")");
    }
    Value.Obj given =
        Json.read(body) instanceof JsonRead.Read(Value.Obj object) ? object : Value.Obj.EMPTY;
    return new Read(
        new HookAnswer.Good(null, new HookAnswer.Values(values(given), false), Value.Obj.EMPTY),
        null);
  }

  private static Value.Obj values(Value.Obj given) {
    ObjBuilder values = Value.Obj.builder();
    if (given.get("user_session_keys") instanceof Value.List(var items)) {
      for (Value item : items) {
        if (item instanceof Value.Obj entry && entry.text("key") != null) {
          Value value = entry.get("value");
          values.set(
              String.valueOf(entry.text("key")), Value.of(value == null ? "" : written(value)));
        }
      }
    }
    return values.build();
  }
}
