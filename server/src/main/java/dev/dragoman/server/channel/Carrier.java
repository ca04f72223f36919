package dev.dragoman.server.channel;

import dev.dragoman.server.store.ChannelAccounts;
import org.jspecify.annotations.Nullable;

/// The channel port: hands messages to one kind of provider. Implementations are thread-safe.
public interface Carrier {
  /// Hands one message over, once, and says what came of it; whatever the provider does becomes a
  /// receipt. Blocks until the call settles.
  Receipt send(ChannelAccounts.Open line, Parcel parcel);

  /// One message on its way.
  ///
  /// @param to the contact's number in E.164
  /// @param reference comes back with every report on this message
  record Parcel(String to, String reference, Said said) {}

  /// What came of handing a message over.
  sealed interface Receipt {
    /// The provider took it and calls it by this id.
    record Accepted(String channelId) implements Receipt {}

    /// The provider refused it for good; `code` is its own word for why.
    record Refused(String code) implements Receipt {}

    /// Nothing was taken: it may be tried again, not before so many milliseconds if that is given.
    record Unsent(String code, @Nullable Long retryAfterMillis) implements Receipt {}

    /// Nobody knows whether it was taken.
    record Unknown(String code) implements Receipt {}
  }
}
