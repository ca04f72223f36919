package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.store.Legs;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One joined topic of one socket: takes replies in the order they came, and follows the
/// conversation. Thread-safe.
final class SocketChannel {
  private static final int MOST_WAITING = 8;

  private final PhoenixMessage join;
  private final Member member;
  private final Ports ports;
  private final Follower follower;
  private final AtomicInteger hints = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ConcurrentLinkedQueue<PhoenixMessage> replies = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean left = new AtomicBoolean();

  /// Whose channel it is.
  record Member(int workspace, Conversation.Address address) {
    Sockets.Key key() {
      return new Sockets.Key(workspace, address.conversationId());
    }
  }

  /// What it works with.
  ///
  /// @param client takes messages, and drops them when it is gone
  record Ports(
      SocketReply reply,
      Legs legs,
      Executor threads,
      Consumer<PhoenixMessage> client,
      Consumer<Throwable> defects) {}

  SocketChannel(PhoenixMessage join, Member member, Conversation state, Ports ports) {
    this.join = join;
    this.member = member;
    this.ports = ports;
    this.follower =
        new Follower(
            new Follower.Of(ports.legs(), member.workspace(), member.address().conversationId()),
            state,
            this::push);
  }

  Member member() {
    return member;
  }

  /// The client knows that it has joined, and may be told.
  void start() {
    started.set(true);
    hint();
  }

  /// Something may have been committed.
  void hint() {
    if (started.get() && hints.getAndIncrement() == 0) {
      ports.threads().execute(this::follow);
    }
  }

  private void follow() {
    int seen;
    do {
      seen = hints.get();
      if (!left.get()) {
        guarded(follower::follow);
      }
    } while (hints.addAndGet(-seen) != 0);
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException defect) {
      ports.defects().accept(defect);
    }
  }

  /// A reply of this client: answered when its turn is settled.
  void reply(PhoenixMessage message) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      answer(message, SocketReply.Answered.of(Errors.busy(429, 1)));
      return;
    }
    replies.add(message);
    ports.threads().execute(this::work);
  }

  /// One at a time, oldest first.
  private synchronized void work() {
    PhoenixMessage next = replies.poll();
    while (next != null) {
      PhoenixMessage message = next;
      guarded(() -> take(message));
      waiting.decrementAndGet();
      next = replies.poll();
    }
  }

  private void take(PhoenixMessage message) {
    AtomicBoolean named = new AtomicBoolean();
    follower.begins();
    try {
      SocketReply.Answered answered =
          ports
              .reply()
              .take(
                  member.workspace(),
                  member.address(),
                  message.payload(),
                  (leg, own) -> named(leg, own, named));
      answer(message, answered);
    } finally {
      if (!named.get()) {
        follower.nothing();
      }
      hint();
    }
  }

  private void named(Leg leg, Pushes.Own own, AtomicBoolean named) {
    if (named.compareAndSet(false, true)) {
      follower.named(leg.turnId(), own);
      hint();
    }
  }

  /// A good answer is also pushed from what was recorded; a bad one is known here only.
  private void answer(PhoenixMessage message, SocketReply.Answered answered) {
    Value.Obj relayed = Pushes.relayed(answered.status(), answered.body());
    ports.client().accept(message.answered(answered.good() ? "ok" : "error", relayed));
    if (!answered.good()) {
      push(new Pushes.Push("bot_reply", relayed));
    }
  }

  private void push(Pushes.Push push) {
    if (!left.get()) {
      ports
          .client()
          .accept(
              new PhoenixMessage(
                  join.joinRef() == null ? join.ref() : join.joinRef(),
                  null,
                  join.topic(),
                  push.event(),
                  push.payload()));
    }
  }

  /// The end of it, told to the client.
  void close() {
    leave();
    ports
        .client()
        .accept(
            new PhoenixMessage(
                join.joinRef(), join.ref(), join.topic(), "phx_close", Value.Obj.EMPTY));
  }

  /// The end of it, when nobody is left to be told.
  void leave() {
    left.set(true);
  }
}
