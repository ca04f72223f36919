package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the buttons, choices and faces of an action lead.
final class Clicks {
  private final Names names;
  private final List<Click> clicks = new ArrayList<>();

  private Clicks(Names names) {
    this.names = names;
  }

  /// One thing to click: where it leads and the session values it brings.
  record Click(String input, Point to, List<Op> puts) {
    Edge edge(Point from, List<Op> before) {
      List<Op> ops = new ArrayList<>(before);
      ops.addAll(puts);
      return new Edge(from, to, ops, input, null);
    }
  }

  static List<Click> of(Action.Visible action, Names names) {
    Clicks found = new Clicks(names);
    found.collect(action);
    return found.clicks;
  }

  private void collect(Action.Visible action) {
    switch (action) {
      case Action.QuickReplies(_, var buttons) -> buttons.forEach(this::button);
      case Action.SendCards(var cards, _) ->
          cards.forEach(card -> card.buttons().forEach(this::button));
      case Action.ChoicesList list -> list.sections().forEach(part -> choices(part, list.go()));
      case Action.AskLocation(_, var go) ->
          add("the contact gives a place", go.target(), go.sessionValues(), null);
      case Action.Satisfaction(_, var choices) -> choices.forEach(this::face);
      case Action.Say _,
          Action.SendImage _,
          Action.SendTemplate _,
          Action.AskUserInput _,
          Action.Wait _,
          Action.JsEvent _,
          Action.PauseBot _ -> {}
    }
  }

  private void button(Action.Button button) {
    String input = "the contact clicks \"" + names.shown(button.title()) + "\"";
    switch (button.action()) {
      case ButtonAction.GoTo(var target, _, var values) -> add(input, target, values, null);
      case ButtonAction.SatisfactionCallback(_, var target) -> add(input, target, null, null);
      case ButtonAction.OpenUrl _, ButtonAction.Share _, ButtonAction.ReplyMessage _ -> {}
    }
  }

  private void choices(Action.Section section, ButtonAction.GoTo go) {
    for (Action.Choice choice : section.choices()) {
      String input = "the contact chooses \"" + names.shown(choice.title()) + "\"";
      add(input, go.target(), go.sessionValues(), choice.sessionValues());
    }
  }

  private void face(Action.SatisfactionChoice choice) {
    add("the contact clicks \"" + names.shown(choice.label()) + "\"", choice.target(), null, null);
  }

  private void add(
      String input, @Nullable Target target, Value.@Nullable Obj values, Value.@Nullable Obj more) {
    if (target == null) {
      return;
    }
    List<Op> puts = new ArrayList<>();
    put(values, puts);
    put(more, puts);
    clicks.add(new Click(input, names.point(target), puts));
  }

  private static void put(Value.@Nullable Obj values, List<Op> puts) {
    if (values != null) {
      values
          .members()
          .forEach(
              (key, value) ->
                  puts.add(
                      value instanceof Value.Text(var text) && !text.isEmpty()
                          ? Op.Put.text(key, text)
                          : Op.Put.any(key)));
    }
  }
}
