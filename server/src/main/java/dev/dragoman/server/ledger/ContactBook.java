package dev.dragoman.server.ledger;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.store.ContactBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The contacts of one batch: read once, changed in commit order, written once.
final class ContactBook {
  private final Map<String, Page> pages = new TreeMap<>();
  private final Map<Lookup.IdentityKey, String> identities = new HashMap<>();
  private final List<Writes.IdentityRow> claimed = new ArrayList<>();
  private final Map<String, Writes.OptOutRow> optOuts = new TreeMap<>();

  /// What the batch knows of a contact; `readVersion` 0 means that it makes it.
  private record Page(ContactBody body, int readVersion, boolean changed) {}

  /// The attributes of a contact that was read, as changed so far by this batch.
  Value.Obj attributes(Looked.ContactRow row) {
    return pages
        .computeIfAbsent(
            row.id(), _ -> new Page(ContactBody.unpack(row.body()), row.version(), false))
        .body()
        .attributes();
  }

  /// The contact of that identity in this batch: found or made before, or null.
  @Nullable String known(Lookup.IdentityKey key) {
    return identities.get(key);
  }

  /// The attributes of a contact that is known.
  Value.Obj attributes(String contactId) {
    Page page = pages.get(contactId);
    return page == null ? Value.Obj.EMPTY : page.body().attributes();
  }

  /// Takes note of who an identity is.
  void found(Lookup.IdentityKey key, Looked.ContactRow row) {
    identities.put(key, row.id());
    attributes(row);
  }

  /// Makes a contact for an identity that nobody has.
  void make(Lookup.IdentityKey key, String contactId, ContactBody body) {
    identities.put(key, contactId);
    claimed.add(new Writes.IdentityRow(key, contactId));
    pages.put(contactId, new Page(body, 0, true));
  }

  /// Sets attributes.
  void change(String contactId, Value.Obj attributes) {
    Page page = pages.get(contactId);
    if (page != null && !page.body().attributes().equals(attributes)) {
      pages.put(contactId, new Page(page.body().attributes(attributes), page.readVersion(), true));
    }
  }

  List<Writes.IdentityRow> claimed() {
    return claimed;
  }

  /// Notes who opted out, the first time in this batch.
  void optedOut(Writes.OptOutRow row) {
    optOuts.putIfAbsent(row.contactId(), row);
  }

  /// What is to be written.
  Writes.Contacts writes() {
    List<Looked.ContactRow> made = new ArrayList<>();
    List<Looked.ContactRow> changed = new ArrayList<>();
    pages.forEach(
        (id, page) -> {
          if (page.changed()) {
            (page.readVersion() == 0 ? made : changed)
                .add(new Looked.ContactRow(id, page.readVersion(), page.body().pack()));
          }
        });
    return new Writes.Contacts(made, changed, List.copyOf(optOuts.values()));
  }
}
