package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Ids;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Lets keys in (contract gptbots §1.3): the key *is* the bot. One without `Bearer` is taken too.
final class Access {
  private static final String SCHEME = "bearer ";

  private final Keys keys;
  private final Directory directory;
  private final Errors errors;

  Access(Keys keys, Directory directory, Errors errors) {
    this.keys = keys;
    this.directory = directory;
    this.errors = errors;
  }

  /// Who comes in: a key, and the bot it is.
  record Guest(String keyId, BotKey bot) {
    int workspace() {
      return bot.workspace();
    }
  }

  /// The conversation that was asked for, or what to answer instead.
  sealed interface Found {
    /// It belongs to the key's bot.
    record There(Conversation.Address address) implements Found {}

    /// It does not.
    record Refused(Response response) implements Found {}
  }

  /// Answers for whoever comes with a key of a bot, refuses everybody else.
  Response enter(Request request, Function<Guest, Response> answer) {
    return guest(request).map(answer).orElseGet(errors::unauthorized);
  }

  private Optional<Guest> guest(Request request) {
    String header = request.header("Authorization").orElse("").strip();
    String key =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? header.substring(SCHEME.length()).strip()
            : header;
    return keys.find(key)
        .filter(found -> found.kind() == Credential.Kind.GPTBOTS_KEY)
        .map(Access::guest);
  }

  private static Guest guest(Credential key) {
    return new Guest(
        key.id(), new BotKey(key.workspace(), Objects.requireNonNull(key.subject(), "a bot")));
  }

  /// The conversation of that id; one of another workspace is unknown, one of another bot is said
  /// to be another's, as documented.
  Found conversation(Guest guest, String id) {
    if (!Ids.isObjectId(id)) {
      return new Found.Refused(errors.noConversation());
    }
    return directory
        .address(guest.workspace(), id)
        .map(address -> own(guest, address))
        .orElseGet(() -> new Found.Refused(errors.noConversation()));
  }

  private Found own(Guest guest, Conversation.Address address) {
    return address.botId().equals(guest.bot().botId())
        ? new Found.There(address)
        : new Found.Refused(
            errors.of(Code.FOREIGN_CONVERSATION, "The conversation does not belong to this agent"));
  }
}
