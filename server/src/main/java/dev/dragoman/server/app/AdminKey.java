package dev.dragoman.server.app;

import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.settings.Secret;
import dev.dragoman.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The bootstrap key of the first workspace: given by setting, or made once for the demo.
final class AdminKey {
  private AdminKey() {}

  /// Makes sure the key exists; returns it, or an empty text when none was given and none is due.
  static String ensure(Keys keys, int workspace, Settings settings, Path data) {
    if (settings.adminKey().isPresent()) {
      return imported(keys, workspace, settings.adminKey().map(Secret::reveal).orElseThrow());
    }
    return settings.demo() ? ofDemo(keys, workspace, data.resolve("admin.key")) : "";
  }

  private static String ofDemo(Keys keys, int workspace, Path file) {
    try {
      if (Files.exists(file)) {
        return imported(keys, workspace, Files.readString(file).strip());
      }
      String key = keys.make(workspace, wanted(null)).orElseThrow().key();
      Files.writeString(file, key + "\n");
      return key;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String imported(Keys keys, int workspace, String key) {
    if (keys.find(key).isEmpty()) {
      var unused = keys.make(workspace, wanted(key));
    }
    return key;
  }

  private static Keys.Wanted wanted(@Nullable String key) {
    return new Keys.Wanted(Credential.Kind.ADMIN, null, "bootstrap", key, null);
  }
}
