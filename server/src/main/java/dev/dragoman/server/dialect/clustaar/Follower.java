package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.store.Legs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Reads what is committed in one conversation after a join, in its order, and pushes it.
///
/// A hint only says that there may be more: what is told comes from the recorded legs, so a lost
/// hint delays and loses nothing. [#follow()] is called by one thread at a time.
final class Follower {
  private static final int PIECE = 50;
  private static final long BEGINNING = 0;

  private final Legs legs;
  private final int workspace;
  private final String id;
  private final Consumer<Pushes.Push> client;
  private final Map<String, List<Leg>> open = new HashMap<>();
  private final Map<String, Pushes.Own> own = new ConcurrentHashMap<>();
  private final AtomicInteger unnamed = new AtomicInteger();
  private long from;
  private int known;
  private boolean control;

  /// Where legs are read, and of which conversation.
  record Of(Legs legs, int workspace, String conversationId) {}

  /// Begins behind what this state has come to.
  Follower(Of of, Conversation state, Consumer<Pushes.Push> client) {
    this.legs = of.legs();
    this.workspace = of.workspace();
    this.id = of.conversationId();
    this.client = client;
    this.from = state.progress().sequence() + 1;
    this.control = Pushes.control(state);
  }

  /// The client of this socket says something: its turn has no name yet.
  void begins() {
    unnamed.incrementAndGet();
  }

  /// The first leg of it is committed: its answer is written as this client asked for it.
  void named(String turnId, Pushes.Own how) {
    if (own.putIfAbsent(turnId, how) == null) {
      unnamed.decrementAndGet();
    }
  }

  /// It came to nothing.
  void nothing() {
    unnamed.decrementAndGet();
  }

  /// Pushes everything that is there.
  void follow() {
    boolean more = true;
    while (more) {
      List<Leg> piece = legs.from(workspace, id, from, known + PIECE);
      more = piece.size() == known + PIECE;
      for (Leg leg : piece.subList(Math.min(known, piece.size()), piece.size())) {
        if (unclear(leg)) {
          return;
        }
        tell(leg);
        known = leg.firstSequence() == from ? known + 1 : 1;
        from = leg.firstSequence();
      }
    }
  }

  /// Whether it cannot be told yet if this very client said it: in the moment between the commit
  /// and the news of it.
  private boolean unclear(Leg leg) {
    return leg.input() instanceof Input.Ordered
        && !own.containsKey(leg.turnId())
        && unnamed.get() > 0
        && !own.containsKey(leg.turnId());
  }

  private void tell(Leg leg) {
    Pushes.Own asked = own.get(leg.turnId());
    if (asked == null) {
      Pushes.echo(leg).ifPresent(client);
    }
    for (int i = 0; i < leg.told().events().size(); i++) {
      Pushes.of(leg, i, control).ifPresent(this::push);
    }
    List<Leg> turn = open.computeIfAbsent(leg.turnId(), _ -> new ArrayList<>());
    turn.add(leg);
    if (leg.told().settled()) {
      open.remove(leg.turnId());
      own.remove(leg.turnId());
      Pushes.answer(id, whole(turn), asked).ifPresent(client);
    }
  }

  private void push(Pushes.Push push) {
    if (push.event().equals("control")) {
      control = !control;
    }
    client.accept(push);
  }

  /// A turn that began before the join is read from its beginning.
  private List<Leg> whole(List<Leg> turn) {
    Input first = turn.getFirst().input();
    boolean began = !(first instanceof Input.HookSettled) && !(first instanceof Input.Resume);
    return began ? turn : legs.ofTurn(workspace, id, BEGINNING, turn.getFirst().turnId());
  }
}
