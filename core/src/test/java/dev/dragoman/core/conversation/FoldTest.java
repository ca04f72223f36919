package dev.dragoman.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final Seed SEED = new Seed(new byte[Seed.BYTES]);

  @Test
  void aTurnMayHaveATimeOfItsOwn() {
    List<Integer> times = new ArrayList<>();
    Conversation fresh =
        Conversation.fresh(new Conversation.Address("c", "b", "p", "direct", "peer"));
    Decider decider =
        (_, _, _, _, facts) -> {
          times.add(facts.times().turnMillis());
          return new Decision.Refused(Decision.Refusal.STALE);
        };
    Facts facts = new Facts(Value.Obj.EMPTY, 1, false, false).times(new TurnTimes(25_000, 10_000));
    Fold fold = new Fold(fresh, decider, new Moment(0, 0, SEED), facts, () -> SEED);

    fold.fold(
        List.of(
            new Arrival("usual", new Input.Open()),
            new Arrival("longer", new Input.Open(), 60_000),
            new Arrival("usual again", new Input.Open())));

    assertThat(times).containsExactly(25_000, 60_000, 25_000);
  }
}
