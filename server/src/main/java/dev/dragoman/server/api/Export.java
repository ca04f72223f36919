package dev.dragoman.server.api;

import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.read.ContactQueries;
import dev.dragoman.server.store.read.ConversationQueries;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One JSON document of everything known of a contact. Written piece by piece: a long history
/// stands in memory as bytes only.
final class Export {
  private static final int BLOCK = 500;

  private final ConversationQueries conversations;
  private final History history;

  Export(ConversationQueries conversations, History history) {
    this.conversations = conversations;
    this.history = history;
  }

  byte[] of(int workspace, ContactQueries.Listed contact) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    append(document, "{\"contact\":");
    document.writeBytes(Json.write(Shown.contact(contact)));
    append(document, ",\"conversations\":[");
    var filter = new ConversationQueries.Filter(null, contact.id());
    String comma = "";
    String after = "";
    List<ConversationQueries.Stored> some;
    do {
      some = conversations.after(workspace, filter, after, BLOCK);
      for (ConversationQueries.Stored one : some) {
        append(document, comma);
        conversation(document, workspace, one);
        comma = ",";
        after = one.id();
      }
    } while (some.size() == BLOCK);
    append(document, "]}");
    return document.toByteArray();
  }

  private void conversation(
      ByteArrayOutputStream document, int workspace, ConversationQueries.Stored stored) {
    append(document, "{\"conversation\":");
    document.writeBytes(Json.write(Shown.conversation(stored.state(), stored.erased())));
    append(document, ",\"transcript\":[");
    String comma = "";
    String after = History.KEYS.start();
    List<Page.Entry> some;
    do {
      some = history.entries(workspace, stored.id(), new Page.Asked(after, BLOCK));
      for (Page.Entry entry : some) {
        append(document, comma);
        document.writeBytes(Json.write(entry.shown()));
        comma = ",";
        after = entry.key();
      }
    } while (some.size() == BLOCK);
    append(document, "]}");
  }

  private static void append(ByteArrayOutputStream document, String text) {
    document.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
