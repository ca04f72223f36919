package dev.dragoman.server.store;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;

/// What is known of a contact: its identities by realm in the clear, and its typed attributes.
///
/// @param identities realm to identity text
/// @param attributes in the order they were first set
public record ContactBody(Value.Obj identities, Value.Obj attributes) {
  private static final String IDENTITIES = "identities";
  private static final String ATTRIBUTES = "attributes";

  /// The body of stored bytes.
  public static ContactBody unpack(byte[] bytes) {
    return Pack.value(bytes) instanceof Value.Obj whole
            && whole.get(IDENTITIES) instanceof Value.Obj identities
            && whole.get(ATTRIBUTES) instanceof Value.Obj attributes
        ? new ContactBody(identities, attributes)
        : new ContactBody(Value.Obj.EMPTY, Value.Obj.EMPTY);
  }

  /// The bytes to store.
  public byte[] pack() {
    return Pack.pack(
        Value.Obj.builder().put(IDENTITIES, identities).put(ATTRIBUTES, attributes).build());
  }

  /// The same with other attributes.
  public ContactBody attributes(Value.Obj newAttributes) {
    return new ContactBody(identities, newAttributes);
  }

  /// The same with one more identity.
  public ContactBody identity(String realm, String text) {
    return new ContactBody(identities.with(realm, Value.of(text)), attributes);
  }
}
