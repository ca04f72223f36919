package dev.dragoman.server.channel;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.store.ChannelAccounts.Account;
import dev.dragoman.server.store.ChannelLanes;
import dev.dragoman.server.store.ChannelSends;
import dev.dragoman.server.store.ChannelSends.Sent;
import dev.dragoman.server.store.ChannelSends.State;
import dev.dragoman.server.store.IdentityHash;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes a provider's reports on messages to their conversations, each kind once per message,
/// however often, early or out of order they come. Thread-safe.
///
/// What is told of a message: `delivered` and `read` once each, in whatever order; `sent` and
/// `failed` unless one of these was told before. A report on a message nobody knows is dropped.
public final class Reports {
  private static final String NO_BODY = "";

  private final ChannelSends sends;
  private final IdentityHash hashes;
  private final Telling telling;

  /// Who is told, and who is woken when a fate is known at last.
  public record Telling(Turns turns, ChannelLanes lanes, Consumer<ChannelLanes.Due> wake) {}

  /// What is reported.
  ///
  /// @param atNanos by the provider's clock, since 1970
  /// @param code why it failed, in the provider's word, or null
  public record Report(DeliveryKind kind, long atNanos, @Nullable String code) {}

  /// Reads and writes these.
  public Reports(ChannelSends sends, IdentityHash hashes, Telling telling) {
    this.sends = sends;
    this.hashes = hashes;
    this.telling = telling;
  }

  /// The keyed hash of a provider's id: real ones may hold a phone number.
  public String hash(Account account, String channelId) {
    return hashes.of(account.workspace(), "channel:" + account.id(), channelId);
  }

  /// The message a report is about: by our own reference if it carries one, else by the provider's
  /// id.
  public Optional<Sent> find(Account account, @Nullable String reference, String channelId) {
    Optional<Sent> named =
        Optional.ofNullable(reference)
            .flatMap(text -> Reference.read(account.workspace(), text))
            .flatMap(sends::get);
    return named
        .or(() -> sends.byChannelId(account.workspace(), account.id(), hash(account, channelId)))
        .filter(sent -> sent.account().equals(account.id()));
  }

  /// Takes a report in; false when it could not be committed now and should come again.
  public boolean take(Account account, Sent sent, Report report) {
    if (!isNews(sent, report.kind())) {
      return true;
    }
    boolean told = sent.key().part() > 0 && report.kind() != DeliveryKind.FAILED;
    if (!told && !tell(account, sent, report)) {
      return false;
    }
    sends.reported(sent.key(), state(report.kind()), bit(report.kind()), report.code());
    State before = sent.course().state();
    if (before == State.UNKNOWN || before == State.CLAIMED) {
      wake(account, sent);
    }
    return true;
  }

  private static boolean isNews(Sent sent, DeliveryKind kind) {
    int told = sent.course().told();
    boolean arrived = (told & (bit(DeliveryKind.DELIVERED) | bit(DeliveryKind.READ))) != 0;
    boolean again = (told & bit(kind)) != 0;
    return switch (kind) {
      case DELIVERED, READ -> !again;
      case SENT, FAILED, UNKNOWN -> !again && !arrived;
    };
  }

  private static int bit(DeliveryKind kind) {
    return switch (kind) {
      case SENT -> 1;
      case DELIVERED -> 2;
      case READ -> 4;
      case FAILED -> 8;
      case UNKNOWN -> 16;
    };
  }

  private static State state(DeliveryKind kind) {
    return switch (kind) {
      case SENT -> State.SENT;
      case DELIVERED -> State.DELIVERED;
      case READ -> State.READ;
      case FAILED -> State.FAILED;
      case UNKNOWN -> State.REPORTED;
    };
  }

  private boolean tell(Account account, Sent sent, Report report) {
    Input status =
        new Input.DeliveryStatus(sent.messageId(), report.kind(), report.atNanos(), report.code());
    InputId once =
        new InputId(account.id(), Reference.of(sent.key()) + "/" + report.kind().name(), NO_BODY);
    Turns.Taken taken =
        new Turns.Taken(
            account.workspace(),
            account.place().bot(),
            new Target.Known(sent.key().conversationId()),
            status,
            once);
    return switch (telling.turns().take(taken, Audience.CHANNEL, _ -> {})) {
      case Outcome.Committed _,
          Outcome.Repeated _,
          Outcome.ConflictingRepeat _,
          Outcome.Refused _,
          Outcome.RoomRefused _,
          Outcome.NotFound _,
          Outcome.Poisoned _ ->
          true;
      case Outcome.Overloaded _, Outcome.NeedsVersion _, Outcome.Unknown _ -> false;
    };
  }

  private void wake(Account account, Sent sent) {
    ChannelLanes.Due due =
        new ChannelLanes.Due(account.workspace(), sent.key().conversationId(), account.id());
    telling.lanes().hurry(due);
    telling.wake().accept(due);
  }
}
