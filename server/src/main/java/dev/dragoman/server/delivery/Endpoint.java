package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.egress.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where notifications go. Immutable; secrets in it are open, so it is never logged or shown.
///
/// @param botId whose events it hears; empty for all bots of the workspace
/// @param url where it is; empty for one whose door remembers an address per conversation
/// @param kinds what it hears; empty for all that its dialect tells
/// @param settings what else its dialect wants to know, by the dialect's own names
public record Endpoint(
    Key key,
    Optional<String> botId,
    String dialect,
    String url,
    Set<Kind> kinds,
    Auth auth,
    Manner manner,
    Value.Obj settings,
    Status status) {
  /// The same, told in another manner.
  public Endpoint manner(Manner newManner) {
    return new Endpoint(key, botId, dialect, url, kinds, auth, newManner, settings, status);
  }

  /// Copies the set.
  public Endpoint {
    kinds = Set.copyOf(kinds);
  }

  /// Its workspace and its 24-hex id.
  public record Key(int workspace, String id) {}

  /// How it knows that it is us.
  public sealed interface Auth {
    /// Nothing is added.
    record None() implements Auth {}

    /// HTTP basic authentication.
    record Basic(String user, String password) implements Auth {}

    /// A bearer token.
    record Bearer(String token) implements Auth {}

    /// Headers as they are.
    record Headers(List<Header> headers) implements Auth {
      /// Copies the list.
      public Headers {
        headers = List.copyOf(headers);
      }
    }
  }

  /// How it is told.
  ///
  /// @param schedule when it says otherwise than its dialect
  /// @param signed whether deliveries are signed (Standard Webhooks) although its dialect does not
  ///     sign
  /// @param secrets the signing keys, newest first: two while one is being replaced
  /// @param overlapUntilMillis until when the older one signs too, in milliseconds since 1970
  public record Manner(
      Optional<Schedule> schedule,
      OnExhausted onExhausted,
      boolean signed,
      List<String> secrets,
      long overlapUntilMillis) {
    /// As its dialect says, without a signature.
    public static final Manner PLAIN =
        new Manner(Optional.empty(), OnExhausted.SKIP, false, List.of(), 0);

    /// Copies the list.
    public Manner {
      secrets = List.copyOf(secrets);
    }

    /// The keys that sign at that time.
    public List<String> signing(long nowMillis) {
      return secrets.size() < 2 || nowMillis < overlapUntilMillis ? secrets : secrets.subList(0, 1);
    }

    /// Signs with another key from now on, and with the last one too until then.
    public Manner rotated(String secret, long untilMillis) {
      List<String> both = new ArrayList<>(List.of(secret));
      secrets.stream().limit(1).forEach(both::add);
      return new Manner(schedule, onExhausted, signed, both, untilMillis);
    }
  }

  /// What becomes of a lane when a delivery is given up.
  public enum OnExhausted {
    /// The next one goes, and names the missing one.
    SKIP,
    /// The lane waits for somebody to redeliver or skip it.
    HOLD
  }

  /// Whether it is called.
  public enum Status {
    /// It is.
    ACTIVE,
    /// Not now: what happens meanwhile is told afterwards.
    PAUSED,
    /// Not any more: it said so, or somebody did.
    DISABLED
  }
}
