package dev.dragoman.server.store.secret;

import dev.dragoman.server.store.secret.SecretFailure.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The master keys, by number: one line `NUMBER BASE64` each, readable by the owner alone.
///
/// The highest number seals; all of them open. The lowest one also makes fingerprints, which must
/// stay findable and so cannot rotate with the sealing key.
final class KeyFile {
  static final int KEY_BYTES = 32;
  private static final int MOST_KEYS = 255;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private KeyFile() {}

  /// Reads the keys, or makes the file with one key if there is none.
  static SortedMap<Integer, byte[]> readOrCreate(Path file, SecureRandom chance) {
    try {
      if (!Files.exists(file)) {
        write(file, new TreeMap<>(), chance);
      }
      return read(file);
    } catch (IOException e) {
      throw unusable(file, e.toString(), e);
    }
  }

  /// Adds a key, under which everything is sealed from now on.
  static SortedMap<Integer, byte[]> rotate(Path file, SecureRandom chance) {
    try {
      write(file, read(file), chance);
      return read(file);
    } catch (IOException e) {
      throw unusable(file, e.toString(), e);
    }
  }

  private static SortedMap<Integer, byte[]> read(Path file) throws IOException {
    Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
    open.retainAll(Files.getPosixFilePermissions(file));
    if (!open.isEmpty()) {
      throw unusable(file, "others may use it: chmod 600 it");
    }
    SortedMap<Integer, byte[]> keys = new TreeMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      if (!line.isBlank() && keys.put(number(file, line), key(file, line)) != null) {
        throw unusable(file, "a number stands there twice");
      }
    }
    if (keys.isEmpty()) {
      throw unusable(file, "there is no key in it");
    }
    return keys;
  }

  private static int number(Path file, String line) {
    String number = line.substring(0, Math.max(0, line.indexOf(' ')));
    if (!number.matches("[1-9][0-9]{0,2}") || Integer.parseInt(number) > MOST_KEYS) {
      throw unusable(file, "each line must be NUMBER BASE64, with a number 1..255");
    }
    return Integer.parseInt(number);
  }

  private static byte[] key(Path file, String line) {
    try {
      byte[] key = Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1).strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
      throw unusable(file, "each key must have 32 bytes");
    } catch (IllegalArgumentException e) {
      throw unusable(file, "each key must be in Base64", e);
    }
  }

  // Written beside and renamed: a crash leaves the old keys or the new ones, never half a file.
  private static void write(Path file, SortedMap<Integer, byte[]> keys, SecureRandom chance)
      throws IOException {
    int number = keys.isEmpty() ? 1 : keys.lastKey() + 1;
    if (number > MOST_KEYS) {
      throw unusable(file, "it is full: at most 255 keys");
    }
    byte[] fresh = new byte[KEY_BYTES];
    chance.nextBytes(fresh);
    SortedMap<Integer, byte[]> all = new TreeMap<>(keys);
    all.put(number, fresh);
    StringBuilder text = new StringBuilder();
    all.forEach(
        (each, key) ->
            text.append(each)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n'));
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(
        draft, text.toString().getBytes(StandardCharsets.US_ASCII), StandardOpenOption.DSYNC);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static SecretFailure unusable(Path file, String why) {
    return new SecretFailure(
        Reason.KEY_FILE, "Key file %s cannot be used: %s".formatted(file, why));
  }

  private static SecretFailure unusable(Path file, String why, Throwable cause) {
    return new SecretFailure(
        Reason.KEY_FILE, "Key file %s cannot be used: %s".formatted(file, why), cause);
  }
}
