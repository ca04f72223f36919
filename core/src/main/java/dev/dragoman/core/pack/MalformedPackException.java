package dev.dragoman.core.pack;

/// Stored bytes that no format explains: damage, or a newer server's format.
public final class MalformedPackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Says what is wrong with the bytes.
  public MalformedPackException(String message) {
    super(message);
  }
}
