package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.Contacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Users as contacts: `user_id` is an identity in the bot's realm, an anonymous id one in the realm
/// of its channel and source, properties are attributes (contract gptbots §10).
///
/// A contact keeps its anonymous ids in the order they were bound last. Binding one that is
/// another's moves it; beyond a hundred the oldest goes.
final class Users {
  private static final int MOST_ANONYMOUS = 100;
  private static final String MARK = "anonymous";

  private final Contacts contacts;
  private final Supplier<String> newIds;

  Users(Contacts contacts, Supplier<String> newIds) {
    this.contacts = contacts;
    this.newIds = newIds;
  }

  /// An id that a channel made.
  record Anonymous(String id, ConversationType type, @Nullable String sourceId) {
    /// What the id is unique in.
    String realm(String botId) {
      return String.join("/", MARK, botId, type.name(), sourceId == null ? "" : sourceId);
    }
  }

  /// Whether a property may be kept.
  static boolean fits(Value value) {
    return Pack.pack(value).length <= Limits.ATTRIBUTE_TEXT;
  }

  private static Contacts.Identity user(Access.Guest guest, String userId) {
    return new Contacts.Identity(guest.workspace(), guest.bot().botId(), userId);
  }

  private static Contacts.Identity identity(Access.Guest guest, Anonymous anonymous) {
    return new Contacts.Identity(
        guest.workspace(), anonymous.realm(guest.bot().botId()), anonymous.id());
  }

  private Contacts.Contact made(Access.Guest guest, String userId) {
    return contacts.findOrMake(user(guest, userId), newIds.get(), Value.Obj.EMPTY);
  }

  /// These ids are this user's from now on.
  void bind(Access.Guest guest, String userId, List<Anonymous> given) {
    Contacts.Contact contact = made(guest, userId);
    for (Anonymous one : given) {
      contacts
          .find(identity(guest, one))
          .filter(other -> !other.id().equals(contact.id()))
          .ifPresent(other -> change(guest, other.id(), body -> without(guest, body, one)));
      contacts.bind(identity(guest, one), contact.id());
    }
    change(
        guest,
        contact.id(),
        body -> {
          ContactBody bound = body;
          for (Anonymous one : given) {
            bound = with(guest, without(guest, bound, one), one);
          }
          return bound;
        });
    forgetOldest(guest, userId, contact.id());
  }

  private void change(Access.Guest guest, String contactId, UnaryOperator<ContactBody> change) {
    contacts.change(guest.workspace(), contactId, change);
  }

  /// The member that keeps it: its realm and itself, so that no two share one.
  private static String member(Access.Guest guest, Anonymous one) {
    return one.realm(guest.bot().botId()) + "/" + one.id();
  }

  private static ContactBody with(Access.Guest guest, ContactBody body, Anonymous one) {
    return body.identity(member(guest, one), one.id());
  }

  private static ContactBody without(Access.Guest guest, ContactBody body, Anonymous one) {
    return new ContactBody(body.identities().without(member(guest, one)), body.attributes());
  }

  private void forgetOldest(Access.Guest guest, String userId, String contactId) {
    List<Anonymous> all = anonymous(guest, userId);
    for (Anonymous oldest : all.subList(0, Math.max(0, all.size() - MOST_ANONYMOUS))) {
      contacts.unbind(identity(guest, oldest), contactId);
      change(guest, contactId, body -> without(guest, body, oldest));
    }
  }

  /// The ids of a user, the one bound last at the end.
  List<Anonymous> anonymous(Access.Guest guest, String userId) {
    return contacts
        .find(user(guest, userId))
        .map(contact -> anonymous(guest, contact.body()))
        .orElse(List.of());
  }

  private static List<Anonymous> anonymous(Access.Guest guest, ContactBody body) {
    String prefix = MARK + "/" + guest.bot().botId() + "/";
    List<Anonymous> all = new ArrayList<>();
    for (Map.Entry<String, Value> one : body.identities().members().entrySet()) {
      if (one.getKey().startsWith(prefix) && one.getValue() instanceof Value.Text(var id)) {
        String rest = one.getKey().substring(prefix.length());
        int slash = rest.indexOf('/');
        String source = rest.substring(slash + 1, rest.length() - id.length() - 1);
        ConversationType type = ConversationType.WORDS.get(rest.substring(0, slash));
        if (type != null) {
          all.add(new Anonymous(id, type, source.isEmpty() ? null : source));
        }
      }
    }
    return all;
  }

  /// Sets properties of a user, who is made if nobody is called so.
  void update(Access.Guest guest, String userId, Value.Obj properties) {
    Contacts.Contact contact = made(guest, userId);
    change(
        guest,
        contact.id(),
        body ->
            body.attributes(
                Value.Obj.builder().setAll(body.attributes()).setAll(properties).build()));
  }

  /// What is known of a user, by either kind of name.
  Optional<Value.Obj> attributes(Access.Guest guest, String id, boolean byUserId) {
    if (id.isEmpty() || id.length() > Limits.PEER_LENGTH) {
      return Optional.empty();
    }
    Optional<Contacts.Contact> contact =
        byUserId ? contacts.find(user(guest, id)) : ofAnonymous(guest, id);
    return contact.map(found -> found.body().attributes());
  }

  /// An anonymous id alone, without its channel: the first that has it.
  private Optional<Contacts.Contact> ofAnonymous(Access.Guest guest, String id) {
    return ConversationType.WORDS.values().stream()
        .map(type -> contacts.find(identity(guest, new Anonymous(id, type, null))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The `user_id` an anonymous id is bound to.
  Optional<String> userOf(Access.Guest guest, String anonymousId) {
    return ofAnonymous(guest, anonymousId)
        .map(contact -> contact.body().identities().text(guest.bot().botId()));
  }
}
