package dev.dragoman.core.pack;

import dev.dragoman.core.bot.Target;

/// How targets are packed.
final class TargetForm {
  private TargetForm() {}

  static void write(Sink sink, Target target) {
    switch (target) {
      case Target.ToStep(var stepId) -> {
        sink.tag(0);
        sink.text(stepId);
      }
      case Target.ToStory(var storyId) -> {
        sink.tag(1);
        sink.text(storyId);
      }
      case Target.ToEnd _ -> sink.tag(2);
    }
  }

  static Target read(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> new Target.ToStep(source.text());
      case 1 -> new Target.ToStory(source.text());
      case 2 -> new Target.ToEnd();
      default -> throw new MalformedPackException("no target has tag " + tag);
    };
  }
}
