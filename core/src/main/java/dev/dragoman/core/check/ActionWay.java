package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the actions of a list do one after the other, and where jumps and clicks lead from it.
///
/// Made for one run of a list; not reused, not thread-safe.
final class ActionWay {
  private final Names names;
  private final Point from;
  private final @Nullable String input;
  private final List<Op> ops;
  private final List<Edge> edges = new ArrayList<>();
  private boolean leaves;
  private boolean pauses;

  /// `input` is what makes the list run, null when the step runs it on its own.
  ActionWay(Names names, Point from, @Nullable String input, List<Op> before) {
    this.names = names;
    this.from = from;
    this.input = input;
    this.ops = new ArrayList<>(before);
  }

  /// Runs the actions; what stands after a jump that always leads on is not run.
  void run(List<Action> actions, Spot spot) {
    for (int i = 0; i < actions.size() && !leaves; i++) {
      act(actions.get(i), spot.at("actions", i));
    }
  }

  private void act(Action action, Spot at) {
    if (!(action instanceof Action.JumpTo)) {
      Texts.valuesRead(action).forEach(key -> ops.add(new Op.Read(key, false, at)));
    }
    switch (action) {
      case Action.StoreValue(var key, var value, var how) ->
          ops.add(new Op.Put(new Getter.SessionValue(key), how.add() ? null : stored(value)));
      case Action.SetAttribute(var key, _, _) ->
          ops.add(new Op.Put(new Getter.Attribute(key), null));
      case Action.AskUserInput(_, _, _, var key) -> ops.add(Op.Put.any(key));
      case Action.JumpTo jump -> jump(jump, at);
      case Action.PauseBot _ -> pauses = true;
      case Action.Visible visible ->
          Clicks.of(visible, names).forEach(click -> edges.add(click.edge(from, ops)));
      case Action.UserRequest _, Action.HandOver _, Action.Outside _ -> {}
    }
  }

  private @Nullable Set<String> stored(Phrase value) {
    String text = names.saved(value);
    return text == null ? null : Set.of(text);
  }

  private void jump(Action.JumpTo jump, Spot at) {
    Exits exits = Exits.of(jump.connections(), ops, at, "next");
    for (Exits.Exit exit : exits.taken()) {
      edges.add(new Edge(from, names.point(exit.arrow().target()), exit.ops(), input, null));
    }
    if (exits.fall() == null) {
      leaves = true;
      return;
    }
    ops.clear();
    ops.addAll(exits.fall());
    if (jump.fallback() != null) {
      edges.add(new Edge(from, names.point(jump.fallback()), ops, input, null));
      leaves = true;
    }
  }

  /// The way on when no jump led elsewhere.
  void thenTo(Point to) {
    if (!leaves) {
      edges.add(new Edge(from, to, ops, input, null));
    }
  }

  /// Whether the bot is silent after the list.
  boolean pauses() {
    return pauses;
  }

  List<Edge> edges() {
    return edges;
  }
}
