package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.form.ActionWriter;
import dev.dragoman.core.bot.form.TargetNames;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent.Cause;
import dev.dragoman.core.room.Staff;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries out the actions of a step or a fallback.
final class Actor {
  private final Expansion expansion;
  private final Arrows arrows;
  private final ValueTypes types;
  private final TargetNames names;
  private final HandOver handOver;

  /// What fills the texts of an action.
  record Filling(Expansion expansion, ValueTypes types, TargetNames names) {}

  Actor(Filling filling, Arrows arrows, HandOver handOver) {
    this.expansion = filling.expansion();
    this.types = filling.types();
    this.names = filling.names();
    this.arrows = arrows;
    this.handOver = handOver;
  }

  /// Carries them out in order and returns where a jump leads; what stands after a jump that leads
  /// somewhere, or after a hand-over, is not reached.
  @Nullable Target act(List<Action> actions, Run run) {
    for (Action action : actions) {
      Target jump = act(action, run);
      if (jump != null) {
        return jump;
      }
      if (RoomState.open(run) != null) {
        return null;
      }
    }
    return null;
  }

  /// Gives the conversation to the humans because of what the contact said, or said again and
  /// again.
  void handOver(Cause cause, Run run) {
    Action.Say say = handOver.say();
    if (say != null) {
      say(say, run);
    }
    open(handOver.group(null, run), cause, null, run);
  }

  private @Nullable Target act(Action action, Run run) {
    switch (action) {
      case Action.Visible visible -> show(visible, run);
      case Action.Outside outside ->
          run.tell(new Event.OutsideRequested(outside.kind(), writer(run).expand(outside)));
      case Action.Effect effect -> {
        return effect(effect, run);
      }
    }
    return null;
  }

  private @Nullable Target effect(Action.Effect effect, Run run) {
    switch (effect) {
      case Action.StoreValue(var key, var text, var how) -> {
        Value given = types.typed(key, Value.of(expansion.fill(text, run)));
        run.store(key, run.accumulated(run.session().values().get(key), given, how));
      }
      case Action.SetAttribute(var key, var text, var how) -> {
        Value given = Value.of(expansion.fill(text, run));
        Value old = run.facts().attributes().get(key);
        run.attribute(key, Value.of(Plain.text(run.accumulated(old, given, how))));
      }
      case Action.JumpTo(var connections, var fallback) -> {
        return arrows.jump(connections, fallback, run);
      }
      case Action.UserRequest(var message, var assignee, var group) ->
          run.tell(
              new Event.UserRequestOpened(
                  run.chance.objectId(), expansion.fill(message, run), assignee, group));
      case Action.HandOver(var reference, var closed) -> {
        Staff.Group group = handOver.group(reference, run);
        if (closed != null && group != null && !group.open()) {
          say(new Action.Say(List.of(closed), null), run);
        } else {
          open(group, Cause.STEP, run.session().at().stepId(), run);
        }
      }
    }
    return null;
  }

  /// The page around the chat hears of it as of any other silence of the bot.
  private void open(Staff.@Nullable Group group, Cause cause, @Nullable String back, Run run) {
    send(new Action.PauseBot(), run);
    handOver.open(group, cause, back, run);
  }

  private void show(Action.Visible visible, Run run) {
    switch (visible) {
      case Action.Say say -> say(say, run);
      case Action.JsEvent(var event, var payload) ->
          send(
              new Action.JsEvent(event, payload == null ? null : expansion.fillAll(payload, run)),
              run);
      case Action.PauseBot pause -> {
        send(pause, run);
        run.tell(new Event.Paused(true));
        run.state(run.state().held(new Holder.Nobody(Holder.Why.PAUSED, run.session())));
      }
      case Action.QuickReplies replies -> {
        said(expansion.fill(replies.message(), run), run);
        send(replies, run);
      }
      case Action.SendTemplate template -> {
        said(expansion.fill(template.text(), run), run);
        send(template, run);
      }
      case Action.SendImage _,
          Action.SendCards _,
          Action.ChoicesList _,
          Action.AskUserInput _,
          Action.AskLocation _,
          Action.Wait _,
          Action.Satisfaction _ ->
          send(visible, run);
    }
  }

  private void say(Action.Say say, Run run) {
    List<Phrase> alternatives = new ArrayList<>();
    say.alternatives()
        .forEach(phrase -> alternatives.add(Phrase.literal(expansion.fill(phrase, run))));
    String chosen = alternatives.get(run.chance.dice(alternatives.size())).literalText();
    said(chosen, run);
    send(new Action.Say(alternatives, chosen), run);
  }

  private static void said(String text, Run run) {
    run.session(run.session().at(run.session().at().saying(Space.said(text))));
  }

  private void send(Action action, Run run) {
    run.send(writer(run).write(action));
  }

  private ActionWriter writer(Run run) {
    return new ActionWriter(phrase -> expansion.fill(phrase, run), names);
  }
}
