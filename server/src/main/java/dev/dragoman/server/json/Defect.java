package dev.dragoman.server.json;

/// One thing wrong with a member of a request.
///
/// @param path where, like `users[3].cellphone`; empty for the whole body
/// @param kind which rule was broken
/// @param message what is expected there, like `must be a string`; fit for the sender
public record Defect(String path, Kind kind, String message) {

  /// The rules a member may break.
  public enum Kind {
    /// It is required and absent or null.
    MISSING,
    /// It is of another JSON type.
    TYPE,
    /// Its text or list is too short or too long.
    LENGTH,
    /// Its number is too small or too large.
    RANGE,
    /// It is none of the allowed values.
    CHOICE,
    /// Nothing of that name belongs there.
    UNKNOWN,
    /// It breaks a rule of the one who reads it.
    INVALID
  }
}
