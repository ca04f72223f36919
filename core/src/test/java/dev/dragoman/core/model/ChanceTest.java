package dev.dragoman.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ids and dice of a seed: the same for ever, and fair. The vectors were made by another program.
class ChanceTest {
  private static Seed seed() {
    byte[] bytes = new byte[Seed.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return new Seed(bytes);
  }

  @Test
  void aSeedMintsTheseIdsForEver() {
    Chance chance = new Chance(seed());

    assertThat(chance.objectId()).isEqualTo("eea6c0edb13722a46d055a4f");
    assertThat(chance.sessionId("c"))
        .isEqualTo("4530a3afbd382cf998969889174e80a74ea7dfe51b306b132edd09f5");
    assertThat(chance.objectId()).isEqualTo("5015eda99a3386046b2f423e");
  }

  @Test
  void andThrowsTheseDice() {
    Chance chance = new Chance(seed());

    assertThat(new int[] {chance.dice(6), chance.dice(6), chance.dice(100), chance.dice(1_000_000)})
        .containsExactly(4, 3, 3, 756693);
  }

  @Test
  void diceTellNothingOfIdsAndIdsNothingOfDice() {
    Chance both = new Chance(seed());
    both.dice(6);

    assertThat(both.objectId()).isEqualTo(new Chance(seed()).objectId());
  }

  @Test
  void idsHaveTheirFormAndDoNotRepeat() {
    Chance chance = new Chance(seed());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String id = chance.objectId();
      assertThat(Ids.isObjectId(id)).isTrue();
      assertThat(seen.add(id)).isTrue();
    }
    String session = chance.sessionId("5015eda99a3386046b2f423e");
    assertThat(Ids.isSessionId(session)).isTrue();
    assertThat(session)
        .startsWith("5015eda99a3386046b2f423e")
        .isNotEqualTo(chance.sessionId("5015eda99a3386046b2f423e"));
  }

  /// Chi-square of 60,000 throws: with the seed fixed the sum is too, far under the 0.1 % point.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 10})
  void diceAreFair(int sides) {
    Chance chance = new Chance(seed());
    int[] counts = new int[sides];
    int throwsMade = 60_000;
    for (int i = 0; i < throwsMade; i++) {
      counts[chance.dice(sides)]++;
    }
    double expected = (double) throwsMade / sides;
    double square = 0;
    for (int count : counts) {
      square += (count - expected) * (count - expected) / expected;
    }

    assertThat(square).isLessThan(10.8 + 2 * sides);
  }

  @Test
  void aDiceHasSides() {
    Chance chance = new Chance(seed());

    assertThat(chance.dice(1)).isZero();
    assertThatThrownBy(() -> chance.dice(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
