package dev.dragoman.server.channel;

import dev.dragoman.server.store.ChannelAccounts;

/// The other half of the channel port: brings the files that contacts send. Implementations are
/// thread-safe.
@FunctionalInterface
public interface MediaSource {
  /// Fetches the file that the provider calls by this id; blocks until that settles.
  Fetched fetch(ChannelAccounts.Open line, String mediaId);

  /// What came of it.
  sealed interface Fetched {
    /// The whole file and its type, `application/octet-stream` when the provider says none.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Whole(byte[] content, String mimeType) implements Fetched {}

    /// It cannot be had, now or later; `code` says why, in a word.
    record Gone(String code) implements Fetched {}

    /// The provider could not be asked just now.
    record Later() implements Fetched {}
  }
}
