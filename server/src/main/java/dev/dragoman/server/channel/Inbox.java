package dev.dragoman.server.channel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.ChannelAccounts.Account;
import dev.dragoman.server.store.Legs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/// Takes what contacts say over a channel into their conversations. Thread-safe.
///
/// The provider's message id, hashed, is the input id: what comes twice within 72 hours is one
/// turn. A contact is who has that number in the workspace; its conversation with the line
/// is the first thread. A message counts as taken with its first commit, whatever
/// hooks are still out.
public final class Inbox {
  private static final String PLUS = "+";

  private final Turns turns;
  private final Reports reports;
  private final Memory memory;
  private final ExecutorService threads;

  /// Where what was said before is looked up.
  public record Memory(Addresses addresses, Legs legs) {}

  /// One message as a provider brought it.
  ///
  /// @param channelId the provider's id of it
  /// @param from the sender's number as the provider writes it, digits
  /// @param name what the sender calls itself, empty if unknown
  /// @param bodyHash hex of a hash of the message, to tell a repeat from another message
  public record Heard(
      String channelId, String from, String name, Content content, String bodyHash) {}

  /// What was said.
  public sealed interface Content {
    /// Words, and what came with them.
    record Words(String text, List<Value> attachments) implements Content {
      /// Copies the list.
      public Words {
        attachments = List.copyOf(attachments);
      }
    }

    /// A click on a choice with that id and title.
    record Click(String id, String title) implements Content {}
  }

  /// Takes turns on these threads.
  public Inbox(Turns turns, Reports reports, Memory memory, ExecutorService threads) {
    this.turns = turns;
    this.reports = reports;
    this.memory = memory;
    this.threads = threads;
  }

  /// Takes a message in; false when it could not be committed now and should come again.
  public boolean take(Account account, Heard heard) {
    Peer peer = Peer.of(heard.from());
    Target target =
        new Target.Addressed(
            account.place().bot(),
            account.id(),
            new Target.Identity(Speech.REALM, peer.e164()),
            0,
            peer.attributes(heard.name()));
    InputId once =
        new InputId(account.id(), reports.hash(account, heard.channelId()), heard.bodyHash());
    Turns.Taken taken =
        new Turns.Taken(
            account.workspace(),
            account.place().bot(),
            target,
            input(account, peer, heard.content()),
            once);
    return firstCommit(taken);
  }

  private boolean firstCommit(Turns.Taken taken) {
    CompletableFuture<Boolean> committed = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            Outcome outcome = turns.take(taken, Audience.CHANNEL, _ -> committed.complete(true));
            committed.complete(isOver(outcome));
          } catch (RuntimeException failed) {
            committed.completeExceptionally(failed);
          }
        });
    return committed.join();
  }

  /// Whether sending it again would change nothing.
  private static boolean isOver(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed _,
          Outcome.Repeated _,
          Outcome.ConflictingRepeat _,
          Outcome.Poisoned _,
          Outcome.RoomRefused _,
          Outcome.Refused _ ->
          true;
      case Outcome.Overloaded _, Outcome.NotFound _, Outcome.NeedsVersion _, Outcome.Unknown _ ->
          false;
    };
  }

  private Input input(Account account, Peer peer, Content content) {
    return switch (content) {
      case Content.Words(var text, var attachments) ->
          new Input.Text(text, attachments, Understood.NOTHING);
      case Content.Click(var id, var title) ->
          Clicks.shown(id)
              .map(shown -> Clicks.of(leg(account, peer, shown.sequence()), shown, title))
              .orElseGet(() -> Clicks.said(title));
    };
  }

  private Optional<Leg> leg(Account account, Peer peer, long sequence) {
    Addresses.Key key =
        new Addresses.Key(
            account.workspace(), account.place().bot(), account.id(), Speech.REALM, peer.e164());
    return memory
        .addresses()
        .find(key)
        .flatMap(id -> memory.legs().holding(account.workspace(), id, sequence));
  }

  /// Who wrote: the number in E.164, and taken apart where that can be done.
  ///
  /// @param countryCode with its plus, empty if the number does not resolve
  /// @param national digits, all of them if it does not
  record Peer(String e164, String countryCode, String national) {
    static Peer of(String digits) {
      String written = digits.startsWith(PLUS) ? digits : PLUS + digits;
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      try {
        PhoneNumber number = numbers.parse(written, "ZZ");
        if (numbers.isPossibleNumber(number)) {
          return new Peer(
              numbers.format(number, PhoneNumberFormat.E164),
              PLUS + number.getCountryCode(),
              numbers.getNationalSignificantNumber(number));
        }
      } catch (NumberParseException unresolved) {
        return new Peer(written, "", digits);
      }
      return new Peer(written, "", digits);
    }

    /// What a contact starts with that this message makes.
    Value.Obj attributes(String name) {
      ObjBuilder attributes = Value.Obj.builder();
      if (!name.isEmpty()) {
        attributes.put("name", name);
      }
      return countryCode.isEmpty()
          ? attributes.build()
          : attributes.put("countryCode", countryCode).put("cellphone", national).build();
    }
  }
}
