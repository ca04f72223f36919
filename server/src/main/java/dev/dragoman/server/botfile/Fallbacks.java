package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what is said when nothing fits: a text, or what is said and done and how often.
final class Fallbacks {
  private static final int USUAL_ATTEMPTS = 3;

  private Fallbacks() {}

  static List<Action> actions(@Nullable Doc doc, Scope scope, Forms forms) {
    Section section = section(doc, scope);
    if (section != null) {
      return actions(section, scope, forms);
    }
    return doc == null || isLong(doc) ? List.of() : forms.actions(List.of(Verbs.say(doc)));
  }

  private static List<Action> actions(Section section, Scope scope, Forms forms) {
    return forms.actions(new Verbs(scope).all(section.get("say"), section.get("do")));
  }

  private static @Nullable Section section(@Nullable Doc doc, Scope scope) {
    return doc != null && isLong(doc) ? Section.open(doc, Shapes.FALLBACK, scope.report()) : null;
  }

  private static boolean isLong(Doc doc) {
    return Verbs.isMappingOf(doc, Shapes.FALLBACK);
  }

  static Step.@Nullable StepFallback step(@Nullable Doc doc, Scope scope, Forms forms) {
    if (doc == null) {
      return null;
    }
    List<Action> actions = actions(doc, scope, forms);
    Section section = isLong(doc) ? Section.open(doc, Shapes.FALLBACK, scope.report()) : null;
    return section == null
        ? new Step.StepFallback(actions, false, USUAL_ATTEMPTS)
        : new Step.StepFallback(
            actions,
            section.truth("outside-intents"),
            section.whole("attempts", 1, 100, USUAL_ATTEMPTS));
  }

  static Story.@Nullable StoryFallback story(@Nullable Doc doc, Scope scope, Forms forms) {
    if (doc == null) {
      return null;
    }
    Section section = section(doc, scope);
    if (section != null && (section.has("attempts") || section.has("outside-intents"))) {
      scope
          .report()
          .add(
              doc.place(), "step-only", "attempts and outside-intents belong to a step's fallback");
    }
    return new Story.StoryFallback(actions(doc, scope, forms));
  }
}
