package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this door wants back with everything told of a room it queued: the key that queued it, and
/// where the room's events go.
final class Memo {
  private static final String KEY = "aivo.key";
  private static final String WEBHOOK = "aivo.webhook";

  private Memo() {}

  static Value.Obj of(String keyId, @Nullable String webhook) {
    ObjBuilder memo = Value.Obj.builder().put(KEY, keyId);
    return webhook == null ? memo.build() : memo.put(WEBHOOK, webhook).build();
  }

  static Optional<String> key(RoomEvent event) {
    return Optional.ofNullable(event.ref().memo().text(KEY));
  }

  static Optional<String> webhook(RoomEvent event) {
    return Optional.ofNullable(event.ref().memo().text(WEBHOOK));
  }
}
