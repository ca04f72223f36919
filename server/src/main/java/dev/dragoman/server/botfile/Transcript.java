package dev.dragoman.server.botfile;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.yaml.Place;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation test: how it begins, and its lines. Immutable.
record Transcript(String name, Place place, Setting setting, List<Line> lines) {
  Transcript {
    lines = List.copyOf(lines);
  }

  /// How a conversation begins.
  record Setting(
      Value.Obj attributes,
      Value.Obj values,
      boolean teamOnline,
      boolean logged,
      LocalDateTime at) {}

  /// One line and where it stands.
  record Line(Place place, Content content) {}

  /// What a line does or expects.
  sealed interface Content {}

  /// Something that happens.
  sealed interface Happening extends Content {}

  /// Something that must be so.
  sealed interface Expectation extends Content {}

  record User(String text) implements Happening {}

  record Click(String title) implements Happening {}

  record PageEvent(String name) implements Happening {}

  record PageLoaded(String url) implements Happening {}

  record HookAnswers(
      Value.@Nullable List actions, Value.@Nullable Obj values, boolean whole, Value.Obj attributes)
      implements Happening {}

  record HookFails() implements Happening {}

  record ValuesSet(Value.Obj values, boolean release) implements Happening {}

  record Waits(long millis) implements Happening {}

  record Says(
      List<String> oneOf,
      List<String> contains,
      @Nullable String matches,
      @Nullable List<String> buttons)
      implements Expectation {}

  record Acts(Value.Obj members) implements Expectation {}

  record Does(Value.Obj members) implements Expectation {}

  record Silent() implements Expectation {}

  record Skip() implements Expectation {}

  record HasValues(Value.Obj values) implements Expectation {}

  record HasAttributes(Value.Obj attributes) implements Expectation {}

  record StandsAt(String step) implements Expectation {}

  record Ended(boolean ended) implements Expectation {}

  record Paused(boolean paused) implements Expectation {}
}
