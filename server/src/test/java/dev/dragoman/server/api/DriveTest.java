package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.ledger.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What callers are told when a turn does not come to an answer.
class DriveTest {
  @Test
  void fullnessIsToldWithATimeToComeBack() {
    Response conversation = Drive.said(new Outcome.Overloaded(Outcome.Bottleneck.CONVERSATION, 3));
    assertThat(conversation.status()).isEqualTo(429);
    assertThat(conversation.headers()).containsEntry("Retry-After", "3");
    for (Outcome outcome :
        List.of(
            new Outcome.Overloaded(Outcome.Bottleneck.QUEUE, 3),
            new Outcome.Overloaded(Outcome.Bottleneck.ROW, 3),
            new Outcome.Unknown())) {
      assertThat(Drive.said(outcome).status()).isEqualTo(503);
      assertThat(Drive.said(outcome).headers()).containsKey("Retry-After");
    }
    assertThat(Drive.said(new Outcome.Refused(Refusal.TOO_MANY_PENDING)).headers())
        .containsKey("Retry-After");
  }

  @Test
  void expectedNoesHaveTheirStatus() {
    assertThat(Drive.said(new Outcome.NotFound(Outcome.What.BOT)).status()).isEqualTo(404);
    assertThat(Drive.said(new Outcome.Refused(Refusal.STALE)).status()).isEqualTo(409);
    assertThat(Drive.said(new Outcome.Refused(Refusal.UNKNOWN_TARGET)).status()).isEqualTo(422);
    assertThat(Drive.said(new Outcome.Refused(Refusal.STATE_TOO_LARGE)).status()).isEqualTo(422);
    assertThat(Drive.said(new Outcome.Poisoned("22P02")).status()).isEqualTo(422);
    assertThat(Drive.said(new Outcome.ConflictingRepeat("t")).status()).isEqualTo(422);
  }
}
