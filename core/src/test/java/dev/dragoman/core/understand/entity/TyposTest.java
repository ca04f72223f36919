package dev.dragoman.core.understand.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TyposTest {
  private static final List<String> TOWNS =
      List.of("berlin", "bern", "paris", "parsi", "madrid", "zaragoza", "lyon", "lyons", "aaaaa");

  @Test
  void oneTypoIsForgivenInWordsOfFiveLettersOrMore() {
    Typos typos = new Typos(TOWNS);
    assertThat(typos.near("berlim")).containsExactly("berlin");
    assertThat(typos.near("berln")).containsExactly("berlin");
    assertThat(typos.near("maddrid")).containsExactly("madrid");
    assertThat(typos.near("paris")).containsExactly("paris", "parsi");
    assertThat(typos.near("barlim")).isEmpty();
    assertThat(typos.near("brn")).isEmpty();
    assertThat(typos.near("lyones")).containsExactly("lyons");
  }

  @Test
  void wordsFoundAreThoseThatShareWhatIsLeftWithoutALetter() {
    Random chance = new Random(11);
    Set<String> declared = new TreeSet<>();
    while (declared.size() < 200) {
      declared.add(word(chance));
    }
    Typos typos = new Typos(declared);
    int found = 0;
    for (int i = 0; i < 5_000; i++) {
      String word = word(chance);
      List<String> expected = declared.stream().filter(one -> shareARest(one, word)).toList();
      assertThat(typos.near(word)).as(word).isEqualTo(expected);
      found += expected.size();
      for (String one : expected) {
        assertThat(Typos.isNear(one, word)).isTrue();
      }
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void noWordsAreNearNone() {
    assertThat(new Typos(List.of()).near("paris")).isEmpty();
  }

  /// Three letters only, so that many words are near each other.
  private static String word(Random chance) {
    StringBuilder word = new StringBuilder();
    int length = 3 + chance.nextInt(6);
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + chance.nextInt(3)));
    }
    return word.toString();
  }

  private static boolean shareARest(String one, String other) {
    Set<String> rests = rests(one);
    rests.retainAll(rests(other));
    return !rests.isEmpty() && Math.abs(one.length() - other.length()) <= 1;
  }

  private static Set<String> rests(String word) {
    Set<String> rests = new HashSet<>();
    if (word.length() >= 5) {
      rests.add(word);
      for (int i = 0; i < word.length(); i++) {
        rests.add(word.substring(0, i) + word.substring(i + 1));
      }
    }
    return rests;
  }
}
