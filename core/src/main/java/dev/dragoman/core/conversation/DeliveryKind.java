package dev.dragoman.core.conversation;

/// What becomes of a message on its way to the contact. The order is part of the stored format.
public enum DeliveryKind {
  /// The channel has taken it on.
  SENT,
  /// It is on the contact's device.
  DELIVERED,
  /// The contact has seen it.
  READ,
  /// It will not arrive.
  FAILED,
  /// Nobody can say whether it was sent, and it is not sent again.
  UNKNOWN
}
