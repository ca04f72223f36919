package dev.dragoman.server.ledger;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.store.ContactBody;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// The rows of one person's conversation, written by hand: what a store is tried with when nobody
/// decides.
record HandWritten(int workspace, String name) {
  private static final long NOW = 1_700_000_000_000_000_000L;
  static final Writes.Rooms NO_ROOMS = new Writes.Rooms(List.of(), List.of(), List.of(), List.of());

  private static final String REQUEST = "0123456789abcdef";

  /// The id of both contact and conversation.
  String id() {
    return "%024x".formatted(Integer.toUnsignedLong(name.hashCode()));
  }

  LineKey.OfAddress address() {
    return new LineKey.OfAddress(workspace, TestNode.BOT, "direct", hash(), 0);
  }

  Lookup.IdentityKey identity() {
    return new Lookup.IdentityKey(TestNode.BOT, hash());
  }

  private String hash() {
    return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
  }

  InputId inputId() {
    return new InputId("test", name, REQUEST);
  }

  byte[] state(int version) {
    return (name + " in version " + version).getBytes(StandardCharsets.UTF_8);
  }

  /// The contact after so many changes.
  Looked.ContactRow contact(int version) {
    Value.Obj attributes = Value.Obj.of("version", Value.of(version));
    return new Looked.ContactRow(
        id(), version, new ContactBody(Value.Obj.EMPTY, attributes).pack());
  }

  String turn(int version) {
    return name + " turn " + version;
  }

  Attempt.Mark mark(int version) {
    return new Attempt.Mark(id(), version, version, turn(version));
  }

  /// Everything there is to find of it, asked for at once.
  Lookup everything(boolean patient) {
    return new Lookup(
        workspace,
        patient,
        new Lookup.Rows(
            List.of(id()), List.of(inputId().key()), List.of(address()), List.of(identity())),
        List.of(mark(1), mark(2)),
        false);
  }

  /// A first message: makes all of it.
  Writes first() {
    return new Writes(
        workspace,
        new Writes.Claims(
            List.of(new Writes.AddressRow(address(), id())),
            List.of(new Writes.IdentityRow(identity(), id())),
            List.of()),
        new Writes.Contacts(List.of(contact(0)), List.of()),
        List.of(conversation(true, 0, 1)),
        appended(1),
        NO_ROOMS);
  }

  /// A second message under an input id, decided on that version of conversation and contact.
  Writes second(int version, int contactVersion) {
    return new Writes(
        workspace,
        new Writes.Claims(
            List.of(),
            List.of(),
            List.of(new Writes.InputIdRow(inputId(), turn(version + 1), id(), version + 1L))),
        new Writes.Contacts(List.of(), List.of(contact(contactVersion))),
        List.of(conversation(false, version, version + 1)),
        appended(version + 1),
        NO_ROOMS);
  }

  private Writes.ConversationRow conversation(boolean fresh, int was, int version) {
    return new Writes.ConversationRow(
        new Writes.Identity(id(), TestNode.BOT, id()), fresh, was, version, state(version));
  }

  private Writes.Appended appended(int version) {
    Writes.LegRow leg =
        new Writes.LegRow(
            new Writes.LegKey(id(), version, version),
            turn(version),
            new Writes.Seal(NOW + version, version, version),
            true,
            state(version));
    return new Writes.Appended(
        List.of(leg),
        List.of(),
        List.of(),
        new Writes.Timers(List.of(), List.of()),
        List.of(),
        List.of(),
        NOW + version);
  }
}
