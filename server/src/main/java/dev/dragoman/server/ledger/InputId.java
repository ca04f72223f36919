package dev.dragoman.server.ledger;

import dev.dragoman.core.model.Limits;

/// The caller's own name for an input, under which a repeat is recognised for 72 hours.
///
/// @param source what the id is unique in: a dialect's key, a channel account, a socket
/// @param id at most [Limits#INPUT_ID_LENGTH] characters
/// @param requestHash hex of a hash of the whole request: the same id with another one is refused
public record InputId(String source, String id, String requestHash) {
  /// Refuses what the key of a table cannot hold.
  public InputId {
    if (source.length() > Limits.INPUT_ID_LENGTH || id.length() > Limits.INPUT_ID_LENGTH) {
      throw new IllegalArgumentException("an input id is longer than " + Limits.INPUT_ID_LENGTH);
    }
  }

  /// What is unique, without the hash.
  Key key() {
    return new Key(source, id);
  }

  /// An input id without its request.
  record Key(String source, String id) {}
}
