package dev.dragoman.server.channel;

import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.form.ActionForm;
import dev.dragoman.core.bot.form.Reading;
import dev.dragoman.core.bot.form.TextMode;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a click on something a channel has shown means. See [Utterances] for the ids.
final class Clicks {
  private static final Pattern ID = Pattern.compile("([0-9]{1,18})-([0-9]{1,3})");

  private Clicks() {}

  /// Where a choice was shown.
  record Shown(long sequence, int at) {}

  /// Where the choice of that id was shown, if it is an id of this kind; the answers of closed
  /// questions have others.
  static Optional<Shown> shown(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(
            new Shown(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /// The input of a click; what cannot be found any more counts as its words.
  static Input of(Optional<Leg> leg, Shown shown, String title) {
    return leg.flatMap(found -> action(found, shown.sequence()))
        .flatMap(action -> input(action, shown.at()))
        .orElseGet(() -> said(title));
  }

  static Input said(String words) {
    return new Input.Text(words, List.of(), Understood.NOTHING);
  }

  private static Optional<Value.Obj> action(Leg leg, long sequence) {
    List<Event> events = leg.told().events();
    long at = sequence - leg.firstSequence();
    return at >= 0 && at < events.size() && events.get((int) at) instanceof Event.Sent(_, var what)
        ? Optional.of(what)
        : Optional.empty();
  }

  private static Optional<Input> input(Value.Obj action, int at) {
    Value.Obj choice = Utterances.choice(action, at);
    if (choice == null) {
      return Optional.empty();
    }
    return switch (Utterances.text(action, "type")) {
      case "send_choices_list_action" ->
          click(Utterances.object(action, "action"), Utterances.object(choice, "sessionValues"));
      case "customer_satisfaction_action" -> face(choice);
      default -> click(Utterances.object(choice, "action"), Value.Obj.EMPTY);
    };
  }

  private static Optional<Input> click(Value.Obj written, Value.Obj values) {
    return switch (ActionForm.readButtonAction(written, "action", TextMode.LITERAL)) {
      case Reading.Read<ButtonAction>(ButtonAction.GoTo(var target, var name, var more)) ->
          Optional.of(new Input.GoTo(target, name, both(more, values)));
      case Reading.Read<ButtonAction>(ButtonAction.ReplyMessage(var message, var files)) ->
          Optional.of(new Input.Text(message, files, Understood.NOTHING));
      case Reading.Read<ButtonAction> _, Reading.Refused<ButtonAction> _ -> Optional.empty();
    };
  }

  private static Value.Obj both(Value.@Nullable Obj first, Value.Obj second) {
    Value.Obj all = first == null ? Value.Obj.EMPTY : first;
    for (var member : second.members().entrySet()) {
      all = all.with(member.getKey(), member.getValue());
    }
    return all;
  }

  private static Optional<Input> face(Value.Obj choice) {
    Value target = choice.get("target") instanceof Value.Obj given ? given : Value.Null.NULL;
    Reading<Target> read = ActionForm.readTarget(target, "target", TextMode.LITERAL);
    return Optional.of(
        new Input.SatisfactionGiven(
            Utterances.text(choice, "kind"),
            read instanceof Reading.Read<Target>(var found) ? found : null));
  }
}
