package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.form.ActionWriter;
import dev.dragoman.core.bot.form.TargetNames;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// What a contact did, in the written form of an input (contract clustaar §2).
final class SaidForm {
  private static final ActionWriter WRITER =
      new ActionWriter(Phrase::literalText, TargetNames.NONE);

  private SaidForm() {}

  /// The input as a client would have sent it, or null when no contact did it.
  static Value.@Nullable Obj of(Input input) {
    return switch (input) {
      case Input.Text text ->
          Value.Obj.builder().put("type", "text").put("message", text.text()).build();
      case Input.GoTo(var target, var name, var values) ->
          WRITER.write(new ButtonAction.GoTo(target, name, values.size() == 0 ? null : values));
      case Input.CustomEvent(var name) ->
          Value.Obj.builder().put("type", "custom_event").put("name", name).build();
      case Input.UrlLoaded(var url) ->
          Value.Obj.builder().put("type", "url_loaded_event").put("url", url).build();
      case Input.SatisfactionGiven(var kind, var target) ->
          WRITER.write(new ButtonAction.SatisfactionCallback(kind, target));
      case Input.Immediate _ -> null;
    };
  }
}
