package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.model.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads targets and the arrows to them (contract clustaar §4.2 and §6.1).
final class TargetForm {
  private static final Target NOWHERE = new Target.ToEnd();

  private TargetForm() {}

  /// A target with the name that was written beside it.
  record Named(Target target, @Nullable String name) {}

  static Named required(Form parent, String name) {
    return read(parent.child(name));
  }

  static @Nullable Target optional(Form parent, String name) {
    Form form = parent.optionalChild(name);
    return form == null ? null : read(form).target();
  }

  static Named read(Form form) {
    String type = form.type(null);
    Target target =
        switch (type) {
          case "step" -> new Target.ToStep(id(form));
          case "story" -> new Target.ToStory(id(form));
          case "end" -> NOWHERE;
          case "" -> NOWHERE;
          default -> {
            form.get("id");
            form.refuse("type", Texts.notAmong(type, Set.of("step", "story", "end")));
            yield NOWHERE;
          }
        };
    String name = Texts.optionalText(form, "name", Bounds.upTo(1_000));
    form.close();
    return new Named(target, name);
  }

  /// A 24-hex id, in lower case.
  static String id(Form form) {
    String id = Texts.text(form, "id", Bounds.upTo(1_000)).toLowerCase(Locale.ROOT);
    if (!id.isEmpty() && !Ids.isObjectId(id)) {
      form.refuse("id", "must be 24 hex digits");
    }
    return id;
  }

  static Arrow arrow(Form form) {
    form.constant("flow_connection");
    Target target = required(form, "target").target();
    Bounds count = form.byAuthor() ? Bounds.upTo(10) : Bounds.oneTo(10);
    var when = form.forms("predicates", count, ConditionForm::read);
    HookCall hook = form.byAuthor() ? hook(form) : null;
    form.close();
    return new Arrow(when, target, hook);
  }

  static List<Arrow> arrows(Form form, String name, Bounds count) {
    return form.forms(name, count, TargetForm::arrow);
  }

  private static @Nullable HookCall hook(Form parent) {
    Form form = parent.optionalChild("hook");
    if (form == null) {
      return null;
    }
    String url = Texts.text(form, "url", Bounds.oneTo(2_048));
    if (!url.isEmpty() && !Texts.isAddress(url, false)) {
      form.refuse("url", "must be an http or https address");
    }
    boolean side = form.flag("side");
    boolean repeatable = form.flag("repeatable");
    form.close();
    return new HookCall(url, !side, repeatable);
  }
}
