package dev.dragoman.core.bot;

/// What must hold for an arrow to be taken (contract clustaar §6.1).
public sealed interface Condition {
  /// A value passes a test.
  record Check(Getter getter, ValueTest test) implements Condition {}

  /// The support team is online, or offline.
  record Team(boolean online) implements Condition {}

  /// The contact is logged in at the integrator's site, or is not.
  record Logged(boolean logged) implements Condition {}

  /// The inner condition does not hold.
  record Not(Condition inner) implements Condition {}

  /// Where the tested value comes from.
  sealed interface Getter {
    /// The text the contact has just sent; unset when the input is not a text.
    record Message() implements Getter {}

    /// A session value.
    record SessionValue(String key) implements Getter {}

    /// An attribute of the contact.
    record Attribute(String key) implements Getter {}
  }
}
