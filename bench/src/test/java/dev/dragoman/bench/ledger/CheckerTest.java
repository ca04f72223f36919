package dev.dragoman.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A good course of two turns and, one by one, everything that may be wrong with it.
class CheckerTest {
  private static final Findings RIGHT =
      new Findings(0, 0, new Findings.Order(0, 0), 0, new Findings.Bytes(0, 0), 0);

  private final Asked asked = new Asked();
  private final List<Arrival> course = new ArrayList<>();

  CheckerTest() {
    say("one", "m1");
    say("two", "m2");
    course.add(arrival(1, "one", 200));
    course.add(arrival(2, "m1", 200));
    course.add(arrival(3, "two", 200));
    course.add(arrival(4, "m2", 200));
  }

  private void say(String text, String answer) {
    asked.asks(text);
    asked.heard(text, "ana", List.of(answer));
  }

  private static Arrival arrival(long sequence, String told, int status) {
    return new Arrival(
        "shop",
        new Arrival.What("event-" + sequence, "ana", sequence, told),
        new Arrival.Numbering(sequence, 1),
        new Arrival.Bytes("hash-" + sequence, true),
        status,
        Arrival.Times.NONE);
  }

  private Findings found() {
    return new Checker(asked, Set.of("shop")).check(course, 0);
  }

  @Test
  void a_good_course_has_nothing_wrong() {
    assertThat(found()).isEqualTo(RIGHT);
  }

  @Test
  void what_fails_first_and_comes_again_is_right() {
    course.add(2, arrival(3, "two", 500));
    course.add(3, arrival(3, "two", Receiver.CUT));

    assertThat(found()).isEqualTo(RIGHT);
  }

  @Test
  void what_never_comes_is_lost() {
    course.removeLast();

    assertThat(found().lost()).isEqualTo(1);
  }

  @Test
  void what_was_never_answered_2xx_is_lost() {
    course.set(3, arrival(4, "m2", 503));

    assertThat(found().lost()).isEqualTo(1);
  }

  @Test
  void an_endpoint_that_hears_nothing_has_lost_all() {
    assertThat(new Checker(asked, Set.of("shop", "bank")).check(course, 0).lost()).isEqualTo(4);
  }

  @Test
  void what_nobody_said_is_a_phantom() {
    course.add(arrival(5, "three", 200));

    assertThat(found().phantom()).isEqualTo(1);
  }

  @Test
  void what_was_asked_and_never_answered_is_no_phantom() {
    asked.asks("three");
    course.add(arrival(5, "three", 200));

    assertThat(found()).isEqualTo(RIGHT);
  }

  @Test
  void what_comes_before_the_one_ahead_is_settled_is_reordered() {
    course.set(1, arrival(2, "m1", 500));
    course.add(3, arrival(2, "m1", 200));

    assertThat(found().order().reordered()).isEqualTo(1);
  }

  @Test
  void what_comes_again_after_it_was_taken_is_doubled() {
    course.add(arrival(2, "m1", 200));

    assertThat(found()).isEqualTo(new Findings(0, 0, RIGHT.order(), 1, RIGHT.bytes(), 0));
  }

  @Test
  void positions_have_no_holes_and_stay() {
    course.set(3, numbered(arrival(4, "m2", 200), 5));
    course.add(2, numbered(arrival(3, "two", 500), 9));

    assertThat(found().order().misnumbered()).isEqualTo(3);
  }

  private static Arrival numbered(Arrival one, long position) {
    return new Arrival(
        one.endpoint(),
        one.what(),
        new Arrival.Numbering(position, 2),
        one.bytes(),
        one.status(),
        one.times());
  }

  @Test
  void another_body_under_the_same_id_is_changed() {
    Arrival first = arrival(3, "two", 500);
    course.add(
        2,
        new Arrival(
            first.endpoint(),
            first.what(),
            first.numbering(),
            new Arrival.Bytes("other", true),
            first.status(),
            first.times()));

    assertThat(found().bytes()).isEqualTo(new Findings.Bytes(1, 0));
  }

  @Test
  void a_wrong_signature_is_seen() {
    Arrival last = course.removeLast();
    course.add(
        new Arrival(
            last.endpoint(),
            last.what(),
            last.numbering(),
            new Arrival.Bytes(last.bytes().hash(), false),
            last.status(),
            last.times()));

    assertThat(found().bytes()).isEqualTo(new Findings.Bytes(0, 1));
  }

  @Test
  void stuck_lanes_and_all_names_are_told() {
    Findings found = new Checker(asked, Set.of("shop")).check(course, 7);

    assertThat(found.figures("x"))
        .containsEntry("xStuck", 7.0)
        .containsOnlyKeys(
            "xLost",
            "xPhantom",
            "xReordered",
            "xMisnumbered",
            "xDoubledAfter2xx",
            "xBodyChanged",
            "xBadSignature",
            "xStuck");
  }
}
