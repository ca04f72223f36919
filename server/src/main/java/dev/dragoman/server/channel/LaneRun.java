package dev.dragoman.server.channel;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.channel.Carrier.Receipt;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.ChannelLanes;
import dev.dragoman.server.store.ChannelLanes.Lane;
import dev.dragoman.server.store.ChannelSends;
import dev.dragoman.server.store.ChannelSends.Sent;
import dev.dragoman.server.store.ChannelSends.State;
import dev.dragoman.server.store.Legs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Sends what a claimed conversation has to say, message by message, each at most once.
///
/// | the message | what happens |
/// |---|---|
/// | was never claimed | claimed, handed over, settled |
/// | is claimed by an earlier run | that run died: its fate is unknown |
/// | unknown, of a campaign | reported, the next one follows |
/// | unknown, else | the conversation waits for the provider's report, then it is sent once more |
/// | anything else | it is settled: the next one follows |
///
/// Confined to one thread.
public final class LaneRun {
  private static final int LEGS_AT_ONCE = 50;

  private final Ports ports;
  private final Timing timing;
  private final ChannelLanes lanes;
  private int attempt;

  /// What sending needs.
  public record Ports(
      ChannelAccounts accounts, ChannelSends sends, Legs legs, Speech speech, Wire wire) {}

  /// Who carries, who tells the conversation, how the provider's ids are hashed.
  public record Wire(Map<String, Carrier> carriers, Reports reports, LongSupplier ticks) {
    /// Copies the map.
    public Wire {
      carriers = Map.copyOf(carriers);
    }
  }

  /// How long things take.
  ///
  /// @param claim how long a claim holds; longer than any one call
  /// @param unknown how long a provider's report is waited for
  /// @param retries pauses before a message is tried again of which nothing left the house
  public record Timing(Duration claim, Duration unknown, List<Duration> retries) {
    /// The promise sheet: 10 min for a report; 1, 5, 25, 120, 600 s between tries.
    public static final Timing NORMAL =
        new Timing(
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            List.of(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(25),
                Duration.ofSeconds(120),
                Duration.ofSeconds(600)));

    /// The same with another wait for a provider's report.
    public static Timing after(int unknownSeconds) {
      return new Timing(NORMAL.claim(), Duration.ofSeconds(unknownSeconds), NORMAL.retries());
    }

    /// Copies the list.
    public Timing {
      retries = List.copyOf(retries);
    }
  }

  /// Whether the next message may follow.
  private enum Course {
    ON,
    STOP
  }

  LaneRun(Ports ports, Timing timing, ChannelLanes lanes) {
    this.ports = ports;
    this.timing = timing;
    this.lanes = lanes;
  }

  /// Works until nothing is left, something has to be waited for, or the claim is lost.
  void run(Lane claimed) {
    attempt = claimed.attempt();
    Optional<Lane> lane = Optional.of(claimed);
    while (lane.isPresent()) {
      Optional<ChannelAccounts.Open> line =
          ports.accounts().get(claimed.due().workspace(), claimed.due().account());
      if (line.isPresent() && line.get().account().disabled()) {
        lanes.waitFor(lane.get(), attempt, lane.get().fromSequence(), timing.unknown().toNanos());
        return;
      }
      if (line.isPresent() && sendAll(lane.get(), line.get()) == Course.STOP) {
        return;
      }
      if (lanes.finish(lane.get())) {
        return;
      }
      lane = lanes.again(lane.get(), timing.claim().toNanos());
    }
  }

  private Course sendAll(Lane lane, ChannelAccounts.Open line) {
    int workspace = lane.due().workspace();
    String conversation = lane.due().conversationId();
    Map<ChannelSends.Key, Sent> known = new HashMap<>();
    ports
        .sends()
        .from(workspace, conversation, lane.fromSequence())
        .forEach(sent -> known.put(sent.key(), sent));
    long from = lane.fromSequence();
    while (from <= lane.upToSequence()) {
      List<Leg> legs = ports.legs().from(workspace, conversation, from, LEGS_AT_ONCE);
      for (Leg leg : legs) {
        if (leg.firstSequence() <= lane.upToSequence()
            && send(leg, known, new Sending(lane, line, leg)) == Course.STOP) {
          return Course.STOP;
        }
      }
      if (legs.size() < LEGS_AT_ONCE) {
        break;
      }
      from = legs.getLast().firstSequence() + 1;
    }
    return Course.ON;
  }

  /// What one message is sent with.
  private record Sending(Lane lane, ChannelAccounts.Open line, Leg leg) {
    Audience audience() {
      return Audience.of(leg.turnId());
    }
  }

  private Course send(Leg leg, Map<ChannelSends.Key, Sent> known, Sending sending) {
    if (sending.audience() == Audience.CALLER) {
      return Course.ON;
    }
    for (Speech.Utterance utterance : ports.speech().of(sending.lane().due(), leg)) {
      Sent sent = known.get(utterance.key());
      Course course =
          sent == null ? handOver(utterance, sending) : settled(sent, utterance, sending);
      if (course == Course.STOP) {
        return Course.STOP;
      }
    }
    return Course.ON;
  }

  private Course settled(Sent sent, Speech.Utterance utterance, Sending sending) {
    return switch (sent.course().state()) {
      case CLAIMED -> {
        ports.sends().settle(sent.key(), State.UNKNOWN, null, "lost");
        yield unknown(sent.course().times().claimedNanos(), utterance, sending);
      }
      case UNKNOWN -> unknown(sent.course().times().claimedNanos(), utterance, sending);
      case REPORTED, ACCEPTED, SENT, DELIVERED, READ, FAILED -> Course.ON;
    };
  }

  private Course unknown(long claimedNanos, Speech.Utterance utterance, Sending sending) {
    if (sending.audience() == Audience.CAMPAIGN) {
      ports.sends().settle(utterance.key(), State.REPORTED, null, null);
      tell(utterance, sending, DeliveryKind.UNKNOWN, "unknown");
      return Course.ON;
    }
    long waited = ports.sends().nowNanos() - claimedNanos;
    if (waited >= timing.unknown().toNanos()) {
      return handOver(utterance, sending);
    }
    Course course = waitFor(sending, timing.unknown().toNanos() - waited);
    if (ports.sends().get(utterance.key()).filter(LaneRun::isSettled).isPresent()) {
      lanes.hurry(
          sending.lane().due()); // Reported while we sat down to wait: nobody would wake us.
    }
    return course;
  }

  private Course handOver(Speech.Utterance utterance, Sending sending) {
    ChannelSends.Key key = utterance.key();
    long begun = ports.wire().ticks().getAsLong();
    long hold = timing.claim().toNanos();
    if (!ports.sends().claim(sending.lane(), key, utterance.messageId(), hold)) {
      return Course.STOP;
    }
    Carrier carrier = ports.wire().carriers().get(sending.line().account().kind());
    boolean late = ports.wire().ticks().getAsLong() - begun > hold / 2;
    if (late || carrier == null) {
      ports.sends().undo(key, sending.lane().token());
      return late ? Course.STOP : waitFor(sending, timing.unknown().toNanos());
    }
    Receipt receipt = carrier.send(sending.line(), utterance.parcel());
    return settle(receipt, utterance, sending);
  }

  private Course settle(Receipt receipt, Speech.Utterance utterance, Sending sending) {
    ChannelSends.Key key = utterance.key();
    return switch (receipt) {
      case Receipt.Accepted(var channelId) -> {
        String hash = ports.wire().reports().hash(sending.line().account(), channelId);
        ports.sends().settle(key, State.ACCEPTED, hash, null);
        attempt = 0;
        yield Course.ON;
      }
      case Receipt.Refused(var code) -> fail(utterance, sending, code);
      case Receipt.Unsent(var code, var retryAfter) -> {
        if (attempt >= timing.retries().size()) {
          yield fail(utterance, sending, code);
        }
        ports.sends().undo(key, sending.lane().token());
        long pause = timing.retries().get(attempt).toNanos();
        attempt++;
        long asked = retryAfter == null ? 0 : Duration.ofMillis(retryAfter).toNanos();
        yield waitFor(sending, Math.max(pause, asked));
      }
      case Receipt.Unknown(var code) -> {
        ports.sends().settle(key, State.UNKNOWN, null, code);
        long now = ports.sends().nowNanos();
        yield ports.sends().get(key).filter(LaneRun::isSettled).isPresent()
            ? Course.ON
            : unknown(now, utterance, sending);
      }
    };
  }

  /// The provider's report may have been faster than its answer.
  private static boolean isSettled(Sent sent) {
    return sent.course().state() != State.UNKNOWN && sent.course().state() != State.CLAIMED;
  }

  private Course fail(Speech.Utterance utterance, Sending sending, String code) {
    ports.sends().settle(utterance.key(), State.FAILED, null, code);
    tell(utterance, sending, DeliveryKind.FAILED, code);
    attempt = 0;
    return Course.ON;
  }

  private void tell(Speech.Utterance utterance, Sending sending, DeliveryKind kind, String code) {
    ports
        .sends()
        .get(utterance.key())
        .ifPresent(
            sent ->
                ports
                    .wire()
                    .reports()
                    .take(
                        sending.line().account(),
                        sent,
                        new Reports.Report(kind, ports.sends().nowNanos(), code)));
  }

  private Course waitFor(Sending sending, long nanos) {
    lanes.waitFor(sending.lane(), attempt, sending.leg().firstSequence(), nanos);
    return Course.STOP;
  }
}
