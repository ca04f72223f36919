package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the ledger relies on, of whichever store is under it: what a simulation shows holds for
/// PostgreSQL only as far as the two keep the same contract.
abstract class BatchStoreContract {
  private BatchStore one;
  private BatchStore other;

  /// The same database for all tests of a class: each writes under names of its own.
  abstract LedgerDatabase database();

  @BeforeEach
  void open() {
    one = database().batches();
    other = database().batches();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void finds_nothing_of_what_was_never_written() throws StoreFailure {
    Looked looked = look(one, new HandWritten(1, "nobody"));

    assertThat(looked.locked()).isEmpty();
    assertThat(looked.contacts()).isEmpty();
    assertThat(looked.claims().addresses()).isEmpty();
    assertThat(looked.claims().identities()).isEmpty();
    assertThat(looked.claims().inputIds()).isEmpty();
    assertThat(looked.attempts()).isEmpty();
    assertThat(looked.clock().revision()).isNotNegative();
  }

  @Test
  void finds_everything_that_was_committed() throws StoreFailure {
    HandWritten ana = committed("ana");
    look(one, ana);
    one.write(ana.second(1, 1));
    one.commit();

    Looked looked = look(other, ana);

    assertThat(looked.locked().get(ana.id()).version()).isEqualTo(2);
    assertThat(looked.locked().get(ana.id()).state()).isEqualTo(ana.state(2));
    assertThat(looked.contacts().get(ana.id()).version()).isEqualTo(2);
    assertThat(looked.contacts().get(ana.id()).body()).isEqualTo(ana.contact(1).body());
    assertThat(looked.claims().addresses()).containsEntry(ana.address(), ana.id());
    assertThat(looked.claims().identities().get(ana.identity()).id()).isEqualTo(ana.id());
    assertThat(looked.claims().inputIds().get(ana.inputId().key()))
        .isEqualTo(new Looked.SeenInput(ana.inputId().requestHash(), ana.turn(2), ana.id(), 2));
    assertThat(looked.attempts()).containsExactlyInAnyOrder(ana.mark(1), ana.mark(2));
  }

  @Test
  void nobody_sees_what_is_not_committed() throws StoreFailure {
    HandWritten ben = new HandWritten(1, "ben");
    look(one, ben);
    one.write(ben.first());

    assertThat(look(other, ben).claims().addresses()).isEmpty();
    one.rollback();
    Looked after = look(other, ben);

    assertThat(after.claims().addresses()).isEmpty();
    assertThat(after.contacts()).isEmpty();
    assertThat(after.attempts()).isEmpty();
  }

  @Test
  void a_row_that_is_held_is_passed_over_until_its_holder_commits_or_gives_up()
      throws StoreFailure {
    HandWritten cleo = committed("cleo");
    assertThat(look(one, cleo).locked()).containsKey(cleo.id());

    Looked held = look(other, cleo);
    one.rollback();
    Looked free = look(other, cleo);
    Looked heldByTheOther = look(one, cleo);
    other.write(cleo.second(1, 1));
    other.commit();
    one.rollback();

    assertThat(held.locked()).isEmpty();
    assertThat(held.contacts()).as("it exists, though").containsKey(cleo.id());
    assertThat(free.locked()).containsKey(cleo.id());
    assertThat(heldByTheOther.locked()).isEmpty();
    assertThat(look(one, cleo).locked().get(cleo.id()).version()).isEqualTo(2);
  }

  @Test
  void the_second_to_claim_an_address_loses_it() throws StoreFailure {
    HandWritten dora = new HandWritten(1, "dora");
    assertThat(look(one, dora).claims().addresses()).isEmpty();
    assertThat(look(other, dora).claims().addresses()).isEmpty();
    one.write(dora.first());
    one.commit();
    Writes late = dora.first();
    Writes elsewhere =
        new Writes(
            1,
            new Writes.Claims(
                List.of(new Writes.AddressRow(dora.address(), "another")), List.of(), List.of()),
            new Writes.Contacts(List.of(), List.of()),
            List.of(),
            new HandWritten(1, "another").first().appended(),
            HandWritten.NO_ROOMS);

    assertThat(lost(() -> other.write(elsewhere))).isEqualTo(StoreFailure.Kind.LOST_CLAIM);
    look(other, dora);
    assertThat(lost(() -> other.write(late))).isEqualTo(StoreFailure.Kind.LOST_CLAIM);
    assertThat(look(one, dora).claims().addresses()).containsEntry(dora.address(), dora.id());
  }

  @Test
  void the_second_to_claim_an_identity_or_an_input_id_loses_it() throws StoreFailure {
    HandWritten emil = committed("emil");
    look(one, emil);
    one.write(emil.second(1, 1));
    one.commit();
    Writes.Contacts none = new Writes.Contacts(List.of(), List.of());
    Writes.Appended legs = new HandWritten(1, "emil's other").first().appended();
    Writes person =
        new Writes(
            1,
            new Writes.Claims(List.of(), emil.first().claims().identities(), List.of()),
            none,
            List.of(),
            legs,
            HandWritten.NO_ROOMS);
    Writes input =
        new Writes(
            1,
            new Writes.Claims(List.of(), List.of(), emil.second(1, 1).claims().inputIds()),
            none,
            List.of(),
            legs,
            HandWritten.NO_ROOMS);

    look(other, emil);
    assertThat(lost(() -> other.write(person))).isEqualTo(StoreFailure.Kind.LOST_CLAIM);
    look(other, emil);
    assertThat(lost(() -> other.write(input))).isEqualTo(StoreFailure.Kind.LOST_CLAIM);
  }

  @Test
  void what_was_decided_on_an_older_conversation_is_not_written() throws StoreFailure {
    HandWritten fay = committed("fay");
    look(one, fay);
    one.write(fay.second(1, 1));
    one.commit();

    look(other, fay);
    Writes stale = fay.second(1, 2);
    Writes withoutItsInputId =
        new Writes(
            1,
            new Writes.Claims(List.of(), List.of(), List.of()),
            stale.contacts(),
            stale.conversations(),
            fay.second(2, 2).appended(),
            HandWritten.NO_ROOMS);

    assertThat(lost(() -> other.write(withoutItsInputId))).isEqualTo(StoreFailure.Kind.LOST_CLAIM);
    other.rollback();
    assertThat(look(one, fay).locked().get(fay.id()).state()).isEqualTo(fay.state(2));
  }

  @Test
  void what_was_decided_on_an_older_contact_is_not_written() throws StoreFailure {
    HandWritten gil = committed("gil");
    look(one, gil);
    one.write(gil.second(1, 1));
    one.commit();
    HandWritten again = new HandWritten(1, "gil");
    look(other, again);
    Writes stale =
        new Writes(
            1,
            new Writes.Claims(List.of(), List.of(), List.of()),
            new Writes.Contacts(List.of(), List.of(again.contact(1))),
            again.second(2, 1).conversations(),
            again.second(2, 1).appended(),
            HandWritten.NO_ROOMS);

    assertThat(lost(() -> other.write(stale))).isEqualTo(StoreFailure.Kind.LOST_CLAIM);
  }

  @Test
  void after_a_failure_nothing_of_the_batch_is_left_and_the_next_look_begins_anew()
      throws StoreFailure {
    HandWritten hana = committed("hana");
    look(one, hana);

    assertThat(lost(() -> one.write(hana.second(1, 7)))).isEqualTo(StoreFailure.Kind.LOST_CLAIM);
    assertThat(look(other, hana).locked()).as("its row is free").containsKey(hana.id());
    other.rollback();
    one.look(new HandWritten(1, "nobody").everything(false));
    one.commit();

    Looked after = look(other, hana);
    assertThat(after.locked().get(hana.id()).version()).isEqualTo(1);
    assertThat(after.claims().inputIds()).isEmpty();
    assertThat(after.attempts()).containsExactly(hana.mark(1));
  }

  @Test
  void one_workspace_finds_nothing_of_another() throws StoreFailure {
    HandWritten iris = committed("iris");
    look(one, iris);
    one.write(iris.second(1, 1));
    one.commit();

    Looked foreign = look(other, new HandWritten(2, "iris"));

    assertThat(foreign.locked()).isEmpty();
    assertThat(foreign.contacts()).isEmpty();
    assertThat(foreign.claims().addresses()).isEmpty();
    assertThat(foreign.claims().identities()).isEmpty();
    assertThat(foreign.claims().inputIds()).isEmpty();
    assertThat(foreign.attempts()).isEmpty();
  }

  @Test
  void tells_a_workspace_that_there_is_not() throws StoreFailure {
    assertThat(look(one, new HandWritten(99, "nobody")).clock().revision()).isNegative();
  }

  @Test
  void its_time_does_not_go_back() throws StoreFailure {
    long before = look(one, new HandWritten(1, "nobody")).clock().nowNanos();
    long after = look(other, new HandWritten(2, "nobody")).clock().nowNanos();

    assertThat(before).isPositive();
    assertThat(after).isGreaterThanOrEqualTo(before);
  }

  private HandWritten committed(String name) throws StoreFailure {
    HandWritten person = new HandWritten(1, name);
    look(one, person);
    one.write(person.first());
    one.commit();
    return person;
  }

  /// Ends the transaction before, as a batch does, and begins the next.
  private static Looked look(BatchStore store, HandWritten what) throws StoreFailure {
    store.rollback();
    return store.look(what.everything(false));
  }

  private static StoreFailure.Kind lost(ThrowingCallable write) {
    StoreFailure failure = catchThrowableOfType(StoreFailure.class, write);
    assertThat(failure).as("the claim is refused").isNotNull();
    return failure.kind();
  }
}
