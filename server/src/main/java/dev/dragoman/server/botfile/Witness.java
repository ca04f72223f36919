package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.text.Folding;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares what happened with what a transcript expects; every answer is the difference, if any.
final class Witness {
  private final Bot bot;
  private final Stage stage;

  Witness(Bot bot, Stage stage) {
    this.bot = bot;
    this.stage = stage;
  }

  /// What was said that no line expected.
  Optional<String> unexpected() {
    Value.Obj more = stage.said().peek();
    return more == null ? Optional.empty() : Optional.of("the bot also said " + shown(more));
  }

  Optional<String> check(Transcript.Expectation expectation) {
    return switch (expectation) {
      case Transcript.Says says -> said(says);
      case Transcript.Acts(var members) -> acted(members);
      case Transcript.Does(var members) -> did(members);
      case Transcript.Silent _ -> unexpected();
      case Transcript.Skip _ -> {
        stage.said().clear();
        yield Optional.empty();
      }
      case Transcript.HasValues(var values) -> {
        var session = stage.session();
        yield members("the value", values, session == null ? Value.Obj.EMPTY : session.values());
      }
      case Transcript.HasAttributes(var attributes) ->
          members("the attribute", attributes, stage.facts().attributes());
      case Transcript.StandsAt(var step) -> stands(step);
      case Transcript.Ended(var ended) -> holder("ended", ended, Holder.Why.ENDED);
      case Transcript.Paused(var paused) -> holder("paused", paused, Holder.Why.PAUSED);
    };
  }

  private Optional<String> said(Transcript.Says says) {
    Value.Obj next = stage.said().poll();
    if (next == null) {
      return Optional.of("expected " + wanted(says) + ", but the bot said nothing" + hint());
    }
    boolean fits =
        (says.oneOf().isEmpty() || texts(next).stream().anyMatch(says.oneOf()::contains))
            && says.contains().stream().allMatch(part -> folded(text(next)).contains(folded(part)))
            && (says.matches() == null
                || new Re2Patterns().compile(says.matches()).find(text(next)))
            && (says.buttons() == null || says.buttons().equals(Clicks.titles(next)));
    return fits
        ? Optional.empty()
        : Optional.of("expected " + wanted(says) + ", but the bot said " + shown(next));
  }

  private String hint() {
    return stage.state().waiting().blocking() == null ? "" : " (a hook is waited for: add 'hook:')";
  }

  private static String wanted(Transcript.Says says) {
    List<String> parts = new ArrayList<>();
    if (!says.oneOf().isEmpty()) {
      parts.add("\"" + String.join("\" or \"", says.oneOf()) + "\"");
    }
    if (!says.contains().isEmpty()) {
      parts.add("a text with " + says.contains());
    }
    if (says.matches() != null) {
      parts.add("a text that matches " + says.matches());
    }
    if (says.buttons() != null) {
      parts.add("the buttons " + says.buttons());
    }
    return String.join(" and ", parts);
  }

  private static String folded(String text) {
    return Folding.fold(text);
  }

  /// The text that was drawn and those that might have been: an author should not care which.
  private static List<String> texts(Value.Obj action) {
    List<String> texts = new ArrayList<>(List.of(text(action)));
    Value alternatives = action.get("alternatives");
    List<Value> others = alternatives instanceof Value.List list ? list.items() : List.of();
    others.stream()
        .filter(Value.Text.class::isInstance)
        .map(other -> ((Value.Text) other).text())
        .forEach(texts::add);
    return texts;
  }

  private static String text(Value.Obj action) {
    String text = action.text("text");
    String message = text == null ? action.text("message") : text;
    return message == null ? "" : message;
  }

  private static String shown(Value.Obj action) {
    String text = text(action);
    List<String> titles = Clicks.titles(action);
    String buttons = titles.isEmpty() ? "" : " with the buttons " + titles;
    return (text.isEmpty() ? Json.text(action, Spacing.NONE) : "\"" + text + "\"") + buttons;
  }

  private Optional<String> acted(Value.Obj members) {
    Value.Obj next = stage.said().poll();
    if (next == null) {
      return Optional.of("expected an action, but the bot did nothing" + hint());
    }
    return holds(members, next)
        ? Optional.empty()
        : Optional.of(
            "expected "
                + Json.text(members, Spacing.NONE)
                + ", but got "
                + Json.text(next, Spacing.NONE));
  }

  private Optional<String> did(Value.Obj members) {
    boolean done =
        stage.outside().stream()
            .anyMatch(
                one ->
                    one.text("type") != null
                        && holds(members.without("type"), fields(one))
                        && (members.text("type") == null
                            || String.valueOf(members.text("type")).equals(one.text("type"))));
    return done
        ? Optional.empty()
        : Optional.of(
            "expected "
                + Json.text(members, Spacing.NONE)
                + ", but only these were: "
                + Json.text(new Value.List(List.copyOf(stage.outside())), Spacing.NONE));
  }

  private static Value.Obj fields(Value.Obj outside) {
    return outside.get("fields") instanceof Value.Obj fields ? fields : Value.Obj.EMPTY;
  }

  /// Whether a value holds everything that is wanted of it.
  private static boolean holds(Value wanted, @Nullable Value given) {
    if (wanted instanceof Value.Obj(var members) && given instanceof Value.Obj object) {
      return members.entrySet().stream()
          .allMatch(member -> holds(member.getValue(), object.get(member.getKey())));
    }
    if (wanted instanceof Value.List list && given instanceof Value.List others) {
      return list.size() == others.size()
          && IntStream.range(0, list.size()).allMatch(i -> holds(list.get(i), others.get(i)));
    }
    return given != null && same(wanted, given);
  }

  private static boolean same(Value one, Value other) {
    if (one instanceof Value.Num number && other instanceof Value.Num same) {
      return number.compare(same) == 0;
    }
    return one.equals(other);
  }

  private static Optional<String> members(String what, Value.Obj wanted, Value.Obj given) {
    for (Map.Entry<String, Value> member : wanted.members().entrySet()) {
      Value value = given.get(member.getKey());
      boolean unset = value == null || value instanceof Value.Null;
      boolean fits =
          member.getValue() instanceof Value.Null ? unset : holds(member.getValue(), value);
      if (!fits) {
        return Optional.of(
            "expected %s '%s' to be %s, but it is %s"
                .formatted(
                    what,
                    member.getKey(),
                    Json.text(member.getValue(), Spacing.NONE),
                    value == null ? "not set" : Json.text(value, Spacing.NONE)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> stands(String step) {
    var session = stage.session();
    String id = session == null ? null : session.at().stepId();
    String at =
        id == null
            ? "nowhere"
            : bot.place(id)
                .map(place -> place.story().name() + "/" + place.step().name())
                .orElse("nowhere");
    boolean fits = step.contains("/") ? at.equals(step) : at.endsWith("/" + step);
    return fits ? Optional.empty() : Optional.of("expected step " + step + ", but it is " + at);
  }

  private Optional<String> holder(String word, boolean wanted, Holder.Why why) {
    boolean given =
        switch (stage.state().holder()) {
          case Holder.Nobody nobody -> nobody.why() == why;
          // A bot that has handed over is as silent as one that was told to be.
          case Holder.Room _ -> why == Holder.Why.PAUSED;
          case Holder.Bot _ -> false;
        };
    return given == wanted
        ? Optional.empty()
        : Optional.of("expected " + word + " to be " + wanted + ", but it is " + given);
  }
}
