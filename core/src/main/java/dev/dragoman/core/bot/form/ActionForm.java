package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the written form of what a bot does (contract clustaar §4 and §6.1).
///
/// The same form stands in a bot file, in the request and the answer of a step webhook and in a
/// reply; [ActionWriter] is the way back. Every defect of a document is found in one pass, each
/// with its path below the `root` that the caller names. Whether a target exists is not asked.
public final class ActionForm {
  private ActionForm() {}

  /// Reads a list of actions; `root` is the path of the list, such as `actions`.
  public static Reading<List<Action>> readAll(Value actions, String root, TextMode mode) {
    return list(actions, root, mode, ActionReader::read);
  }

  /// Reads one action.
  public static Reading<Action> read(Value action, String root, TextMode mode) {
    return one(action, root, mode, ActionReader::read);
  }

  /// Reads what a click does.
  public static Reading<ButtonAction> readButtonAction(Value action, String root, TextMode mode) {
    return one(action, root, mode, ButtonForm::read);
  }

  /// Reads `{"type": "step" | "story", "id": …}`, or `{"type": "end"}`.
  public static Reading<Target> readTarget(Value target, String root, TextMode mode) {
    return one(target, root, mode, form -> TargetForm.read(form).target());
  }

  /// Reads a list of `flow_connection`s.
  public static Reading<List<Arrow>> readArrows(Value arrows, String root, TextMode mode) {
    return list(arrows, root, mode, TargetForm::arrow);
  }

  /// Reads one predicate.
  public static Reading<Condition> readCondition(Value predicate, String root, TextMode mode) {
    return one(predicate, root, mode, ConditionForm::read);
  }

  /// Reads a text of 1 to `most` code points, in [TextMode#AUTHOR] perhaps given per language.
  public static Reading<Phrase> readPhrase(Value text, String root, TextMode mode, int most) {
    Findings findings = new Findings(mode);
    Phrase phrase = Texts.phrase(findings, text, root, Bounds.oneTo(most));
    return findings.settle(phrase == null ? Phrase.literal("") : phrase);
  }

  /// Every `type` an action may have.
  public static Set<String> actionTypes() {
    return ActionReader.TYPES;
  }

  private static <T> Reading<T> one(
      Value value, String root, TextMode mode, Function<Form, @Nullable T> read) {
    Findings findings = new Findings(mode);
    T result = read.apply(new Form(value, root, findings));
    return findings.settle(result);
  }

  private static <T> Reading<List<T>> list(
      Value value, String root, TextMode mode, Function<Form, @Nullable T> read) {
    Findings findings = new Findings(mode);
    List<T> result = new ArrayList<>();
    if (value instanceof Value.List(var items)) {
      for (int i = 0; i < items.size(); i++) {
        T item = read.apply(new Form(items.get(i), root + "[" + i + "]", findings));
        if (item != null) {
          result.add(item);
        }
      }
    } else {
      findings.add(root, "must be a list, not " + value.kind());
    }
    return findings.settle(result);
  }
}
