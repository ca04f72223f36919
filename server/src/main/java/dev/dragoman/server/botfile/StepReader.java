package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the steps of one story.
final class StepReader {
  private static final int MOST_ACTIONS = 100;

  private final Scope scope;
  private final Forms forms;
  private final DerivedIds ids;

  StepReader(Scope scope, Forms forms, DerivedIds ids) {
    this.scope = scope;
    this.forms = forms;
    this.ids = ids;
  }

  void read(String name, Doc doc, List<Step> steps) {
    Section section = Section.open(doc, Shapes.STEP, scope.report());
    if (section == null) {
      return;
    }
    List<Action> actions =
        forms.actions(new Verbs(scope).all(section.get("say"), section.get("do")));
    if (actions.size() > MOST_ACTIONS) {
      section.refuse("do", "out-of-bounds", "must have at most " + MOST_ACTIONS + " actions");
    }
    Question question = new Questions(scope, forms, ids).read(section.get("ask"));
    Arrows arrows = new Arrows(scope);
    steps.add(
        new Step(
            String.valueOf(scope.names().stepId(scope.story(), name)),
            name,
            actions,
            question,
            forms.arrows(arrows.all(section.get("next"))),
            forms.arrows(arrows.all(section.get("links"))),
            Fallbacks.step(section.get("fallback"), scope, forms),
            new Step.Webhook(section.truth("webhook"), userData(section.get("user-data"))),
            receipts(section)));
  }

  private Step.Receipts receipts(Section section) {
    Arrows arrows = new Arrows(scope);
    return new Step.Receipts(
        side(forms.hook(arrows.hook(section.get("delivered")))),
        side(forms.hook(arrows.hook(section.get("read")))));
  }

  /// Nothing waits for the hook of a receipt, whatever its author wrote.
  private static @Nullable HookCall side(@Nullable HookCall hook) {
    return hook == null ? null : new HookCall(hook.url(), false, hook.repeatable());
  }

  /// A text goes as it is, anything else as its JSON text.
  private static @Nullable String userData(@Nullable Doc doc) {
    return switch (doc) {
      case null -> null;
      case Doc.Scalar scalar -> scalar.text();
      case Doc other -> Json.text(other.toValue(), Spacing.NONE);
    };
  }
}
