package dev.dragoman.server.channel;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.channel.MediaSource.Fetched;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Brings in the files of a message before its conversation hears of them: the provider's id alone
/// is of no use to anybody else. Thread-safe.
///
/// A file is kept under an id that follows from the provider's, so a message that comes again
/// fetches nothing again; it belongs to its sender and goes with them.
public final class InboundFiles {
  private static final int TRIES = 3;
  private static final int REMEMBERED = 10_000;

  private final Ports ports;
  private final Map<String, Integer> failed = new ConcurrentHashMap<>();

  /// What it works with.
  ///
  /// @param ids new 24-hex ids
  public record Ports(
      MediaSource source,
      Files files,
      Contacts contacts,
      Reports reports,
      FileLinks links,
      Supplier<String> ids) {}

  /// Works with these.
  public InboundFiles(Ports ports) {
    this.ports = ports;
  }

  /// The message with the addresses of its files below `base`. Empty when the provider could not
  /// be asked now and the message should come again; after a few times it comes without.
  public Optional<Inbox.Heard> with(ChannelAccounts.Open line, Inbox.Heard heard, String base) {
    if (!(heard.content() instanceof Inbox.Content.Words(var text, var attachments))) {
      return Optional.of(heard);
    }
    List<Value> brought = new ArrayList<>();
    String words = text;
    for (Value attachment : attachments) {
      Value file = needsFetching(attachment) ? brought(line, heard, attachment, base) : attachment;
      if (file == null) {
        return Optional.empty();
      }
      brought.add(file);
      words = address(words, file);
    }
    return Optional.of(
        new Inbox.Heard(
            heard.channelId(),
            heard.from(),
            heard.name(),
            new Inbox.Content.Words(words, brought),
            heard.bodyHash()));
  }

  private static boolean needsFetching(Value attachment) {
    return attachment instanceof Value.Obj given
        && given.text("id") != null
        && given.text("url") == null;
  }

  /// Where there is no caption the words are the file's address.
  private static String address(String words, Value attachment) {
    String url = attachment instanceof Value.Obj file ? file.text("url") : null;
    boolean isId = attachment instanceof Value.Obj given && words.equals(given.text("id"));
    return isId && url != null ? url : words;
  }

  /// The attachment with its file, or without one that cannot be had; null to try again.
  private @Nullable Value brought(
      ChannelAccounts.Open line, Inbox.Heard heard, Value attachment, String base) {
    Value.Obj given = (Value.Obj) attachment;
    String mediaId = String.valueOf(given.text("id"));
    int workspace = line.account().workspace();
    String fileId = ports.reports().hash(line.account(), "media:" + mediaId).substring(0, 24);
    String url = base + ports.links().path(workspace, fileId);
    Optional<Files.Told> known = ports.files().find(workspace, fileId);
    if (known.isPresent()) {
      return kept(given, fileId, url, known.get().bytes());
    }
    return switch (ports.source().fetch(line, mediaId)) {
      case Fetched.Whole(var content, var mimeType) -> {
        Value.Obj head = given.with("mimeType", Value.of(mimeType));
        String contact = sender(workspace, heard);
        ports.files().put(new Files.Owned(workspace, fileId, contact, "", head), content);
        yield kept(head, fileId, url, content.length);
      }
      case Fetched.Gone(var code) -> given.with("missing", Value.of(code));
      case Fetched.Later _ ->
          mayComeAgain(fileId) ? null : given.with("missing", Value.of("unreachable"));
    };
  }

  private static Value.Obj kept(Value.Obj given, String fileId, String url, long bytes) {
    return Value.Obj.builder()
        .setAll(given)
        .set("file", Value.of(fileId))
        .set("url", Value.of(url))
        .set("size", Value.of(bytes))
        .build();
  }

  private boolean mayComeAgain(String fileId) {
    if (failed.size() > REMEMBERED) {
      failed.clear();
    }
    return failed.merge(fileId, 1, Integer::sum) < TRIES;
  }

  /// Who sent it, made now if this is their first message.
  private String sender(int workspace, Inbox.Heard heard) {
    Inbox.Peer peer = Inbox.Peer.of(heard.from());
    return ports
        .contacts()
        .findOrMake(
            new Contacts.Identity(workspace, Speech.REALM, peer.e164()),
            ports.ids().get(),
            peer.attributes(heard.name()))
        .id();
  }
}
