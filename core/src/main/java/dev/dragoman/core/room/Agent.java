package dev.dragoman.core.room;

/// A human who attends rooms, as everything told of them shows it. `nickname`, `email` and
/// `avatar` may be empty.
public record Agent(
    String id, int number, String name, String nickname, String email, String avatar) {
  /// Whoever sits at a desk outside: nobody here knows more of them.
  public static final Agent OUTSIDE = new Agent("", 0, "", "", "", "");
}
