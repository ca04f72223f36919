package dev.dragoman.core.delivery;

import dev.dragoman.core.model.Moment;

/// Where one lane stands: an endpoint and a stream, in strict order.
///
/// | from | answer | to |
/// |---|---|---|
/// | attempt n | 2xx | next, attempt 0, no gap |
/// | attempt n | 410 | the endpoint is disabled, the lane gives this one up |
/// | attempt n | 400, 413, 422 for the first time | attempt n + 1 after the schedule's wait |
/// | attempt n | 400, 413, 422 again | dead |
/// | attempt n < tries | anything else | attempt n + 1 after `Retry-After` or the schedule's wait |
/// | attempt n = tries | anything else | dead |
/// | dead | skip | next, and the gap begins if there is none |
/// | dead | hold | stays until somebody says so |
///
/// @param position of the last one that was settled, from 1 without a gap
/// @param sequence all events of the stream up to here are settled
/// @param attempts made of the next one
/// @param refusals how many of them were refusals
/// @param gap the first position given up since the last delivered one, 0 for none
public record Lane(long position, long sequence, int attempts, int refusals, long gap) {
  /// One that has delivered nothing, before the event after `sequence`.
  public static Lane before(long sequence) {
    return new Lane(0, sequence, 0, 0, 0);
  }

  /// What the answer to the attempt that is one more than [#attempts] means.
  ///
  /// @param chance from 0 up to, not including, 1
  public Verdict hear(Answer answer, Schedule schedule, double chance) {
    if (answer.isGood()) {
      return new Verdict.Delivered();
    }
    if (answer.isGone()) {
      return new Verdict.Gone();
    }
    if (answer.isRefusal() && refusals > 0) {
      return new Verdict.Dead("refused");
    }
    if (attempts + 1 >= schedule.tries()) {
      return new Verdict.Dead("exhausted");
    }
    return new Verdict.Again(wait(answer, schedule, chance));
  }

  private long wait(Answer answer, Schedule schedule, double chance) {
    if (answer.retryAfterMillis() < 0) {
      return schedule.waitNanos(attempts + 2, chance);
    }
    return Math.min(answer.retryAfterMillis(), schedule.retryAfterMaxMillis())
        * Moment.NANOS_PER_MILLI;
  }

  /// After one more attempt that settled nothing.
  public Lane again(Answer answer) {
    return new Lane(
        position, sequence, attempts + 1, answer.isRefusal() ? refusals + 1 : refusals, gap);
  }

  /// The position of the one that is next.
  public long next() {
    return position + 1;
  }

  /// After the one of that sequence was delivered.
  public Lane delivered(long newSequence) {
    return new Lane(next(), newSequence, 0, 0, 0);
  }

  /// After the one of that sequence was given up.
  public Lane skipped(long newSequence) {
    return new Lane(next(), newSequence, 0, 0, gap == 0 ? next() : gap);
  }

  /// With nothing of interest up to that sequence.
  public Lane passed(long newSequence) {
    return new Lane(position, Math.max(sequence, newSequence), attempts, refusals, gap);
  }

  /// The positions given up since the last delivered one, as the receiver is told: empty, one, or
  /// the first and the last.
  public String gaps() {
    if (gap == 0) {
      return "";
    }
    return gap == position ? Long.toString(gap) : gap + "-" + position;
  }
}
