package dev.dragoman.server.sandbox;

import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What the phones show, and which lines there are. Thread-safe; in memory only.
final class Chats {
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Map<String, List<Bubble>> chats = new ConcurrentHashMap<>();
  private final Map<String, Integer> references = new ConcurrentHashMap<>();
  private final AtomicLong received = new AtomicLong();

  /// A line as it was registered.
  ///
  /// @param statuses how reports come: `normal`, `early`, `twice`, `shuffled`, `none`, `failed`
  /// @param webhooks how webhooks come: `good`, `doubled`, `wrongSignature`
  record Line(String id, String phone, String name, Way way, String statuses, String webhooks) {
    Line dialled(String newStatuses, String newWebhooks) {
      return new Line(id, phone, name, way, newStatuses, newWebhooks);
    }
  }

  /// How a line reaches its owner.
  record Way(String webhook, String secret, String token) {}

  /// One message on a phone; `status` is null for what the phone's owner wrote.
  record Bubble(String id, boolean mine, Value.Obj message, String status, long atMillis) {
    Bubble status(String newStatus) {
      return new Bubble(id, mine, message, newStatus, atMillis);
    }

    Value.Obj shown() {
      return Value.Obj.builder()
          .put("id", id)
          .put("mine", mine)
          .put("message", message)
          .put("status", status)
          .put("at", atMillis)
          .build();
    }
  }

  void put(Line line) {
    lines.put(line.id(), line);
  }

  Optional<Line> line(String id) {
    return Optional.ofNullable(lines.get(id));
  }

  List<Line> lines() {
    return lines.values().stream().sorted(java.util.Comparator.comparing(Line::phone)).toList();
  }

  void add(String lineId, String phone, Bubble bubble) {
    List<Bubble> chat = chats.computeIfAbsent(lineId + "/" + phone, _ -> new ArrayList<>());
    synchronized (chat) {
      chat.add(bubble);
    }
  }

  /// Takes note of a message that reached a phone.
  void reached(String reference) {
    received.incrementAndGet();
    references.merge(reference, 1, Integer::sum);
  }

  List<Bubble> chat(String lineId, String phone) {
    List<Bubble> chat = chats.get(lineId + "/" + phone);
    if (chat == null) {
      return List.of();
    }
    synchronized (chat) {
      return List.copyOf(chat);
    }
  }

  void status(String lineId, String phone, String id, String status) {
    List<Bubble> chat = chats.getOrDefault(lineId + "/" + phone, new ArrayList<>());
    synchronized (chat) {
      chat.replaceAll(bubble -> bubble.id().equals(id) ? bubble.status(status) : bubble);
    }
  }

  /// The phones that have a chat with a line.
  List<String> phones(String lineId) {
    return chats.keySet().stream()
        .filter(key -> key.startsWith(lineId + "/"))
        .map(key -> key.substring(lineId.length() + 1))
        .sorted()
        .toList();
  }

  /// How many messages reached a phone, how many different ones, and which more than once.
  Value.Obj audit() {
    Map<String, Integer> seen = new HashMap<>(references);
    List<Value> doubled = new ArrayList<>();
    seen.forEach(
        (reference, times) -> {
          if (times > 1) {
            doubled.add(Value.of(reference));
          }
        });
    return Value.Obj.builder()
        .put("received", received.get())
        .put("different", seen.size())
        .put("doubled", new Value.List(doubled))
        .build();
  }

  static String text(Value.Obj in, String name) {
    String text = in.text(name);
    return text == null ? "" : text;
  }
}
