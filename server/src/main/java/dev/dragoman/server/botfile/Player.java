package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.form.ActionForm;
import dev.dragoman.core.bot.form.Reading;
import dev.dragoman.core.bot.form.TextMode;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.yaml.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plays one transcript and says what the first difference is.
final class Player {
  private final Bot bot;
  private final Ear ear;
  private final Stage stage;
  private final Witness witness;

  /// The first thing that was not as expected.
  record Difference(Place place, String message) {}

  Player(Bot bot, Ear ear, Stage stage) {
    this.bot = bot;
    this.ear = ear;
    this.stage = stage;
    this.witness = new Witness(bot, stage);
  }

  Optional<Difference> play(Transcript transcript) {
    for (Transcript.Line line : transcript.lines()) {
      Optional<String> difference = line(line.content());
      if (difference.isPresent()) {
        return Optional.of(new Difference(line.place(), difference.get()));
      }
    }
    return witness
        .unexpected()
        .map(said -> new Difference(transcript.place(), "at the end, " + said));
  }

  private Optional<String> line(Transcript.Content content) {
    return switch (content) {
      case Transcript.Expectation expectation -> witness.check(expectation);
      case Transcript.Happening happening -> {
        Optional<String> unexpected = witness.unexpected();
        yield unexpected.isPresent() ? unexpected : happen(happening);
      }
    };
  }

  private Optional<String> happen(Transcript.Happening happening) {
    return switch (happening) {
      case Transcript.User(var text) -> refused(stage.arrive(said(text)));
      case Transcript.Click(var title) -> click(title);
      case Transcript.PageEvent(var name) -> refused(stage.arrive(new Input.CustomEvent(name)));
      case Transcript.PageLoaded(var url) -> refused(stage.arrive(new Input.UrlLoaded(url)));
      case Transcript.HookAnswers(var actions, var values, var whole, var attributes) ->
          settle(
              new HookAnswer.Good(
                  actions,
                  values == null ? null : new HookAnswer.Values(values, whole),
                  attributes));
      case Transcript.HookFails _ -> settle(new HookAnswer.Failed(HookAnswer.Reason.UNREACHABLE));
      case Transcript.ValuesSet(var values, var release) ->
          refused(stage.arrive(new Input.SetValues(values, release)));
      case Transcript.Waits(var millis) -> {
        stage.pass(millis);
        yield Optional.empty();
      }
    };
  }

  private static Optional<String> refused(Optional<String> reason) {
    return reason.map(why -> "this was refused: " + why);
  }

  private Input said(String text) {
    var session = stage.session();
    String language = session == null ? bot.head().languages().main() : session.language();
    return new Input.Text(text, List.of(), ear.hear(text, language));
  }

  private Optional<String> settle(HookAnswer answer) {
    OpenHook hook = stage.state().waiting().blocking();
    if (hook == null && !stage.state().waiting().side().isEmpty()) {
      hook = stage.state().waiting().side().getFirst();
    }
    if (hook == null) {
      return Optional.of("no hook is waited for here");
    }
    HookRecord record = new HookRecord("POST", "", "", null, null, 0);
    return refused(stage.arrive(new Input.HookSettled(hook.callId(), answer, record)));
  }

  private Optional<String> click(String title) {
    List<Value.Obj> seen = stage.clickable();
    for (int i = seen.size() - 1; i >= 0; i--) {
      Value.Obj action = Clicks.find(seen.get(i), title);
      if (action != null) {
        return press(action);
      }
    }
    return Optional.of("there is no button '" + title + "' to click");
  }

  private Optional<String> press(Value.Obj action) {
    Input input = pressed(action);
    return input == null
        ? Optional.of("a click on this leaves the chat")
        : refused(stage.arrive(input));
  }

  private @Nullable Input pressed(Value.Obj action) {
    Reading<ButtonAction> reading = ActionForm.readButtonAction(action, "", TextMode.LITERAL);
    return switch (reading.orThrow()) {
      case ButtonAction.GoTo(var target, var name, var values) ->
          new Input.GoTo(target, name, values == null ? Value.Obj.EMPTY : values);
      case ButtonAction.ReplyMessage(var message, _) -> said(message);
      case ButtonAction.SatisfactionCallback(var kind, var target) ->
          new Input.SatisfactionGiven(kind, target);
      case ButtonAction.OpenUrl _, ButtonAction.Share _ -> null;
    };
  }
}
