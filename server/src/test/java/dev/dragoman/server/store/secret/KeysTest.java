package dev.dragoman.server.store.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.server.store.secret.SecretFailure.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sealed, opened, found and refused.
class KeysTest {
  private static final String PLACE = "endpoint.auth/7";
  private static final byte[] SECRET = "Bearer señal".getBytes(UTF_8);
  private final SecureRandom chance = new SecureRandom();
  @TempDir Path directory;

  @Test
  void opensWhatItSealed() {
    byte[] sealed = keys().seal(SECRET, PLACE);
    assertThat(keys().open(sealed, PLACE)).isEqualTo(SECRET);
    assertThat(keys().open(keys().seal(new byte[0], PLACE), PLACE)).isEmpty();
    assertThat(new String(sealed, UTF_8)).doesNotContain("Bearer");
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    Keys keys = keys();
    assertThat(keys.seal(SECRET, PLACE)).isNotEqualTo(keys.seal(SECRET, PLACE));
  }

  @Test
  void namesEveryChangedByte() {
    Keys keys = keys();
    byte[] sealed = keys.seal(SECRET, PLACE);
    for (int at = 2; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatFails(() -> keys.open(changed, PLACE), Reason.TAMPERED);
    }
  }

  @Test
  void namesASecretMovedToAnotherPlace() {
    byte[] sealed = keys().seal(SECRET, PLACE);
    assertThatFails(() -> keys().open(sealed, "endpoint.auth/8"), Reason.TAMPERED);
  }

  @Test
  void namesWhatIsCutOff() {
    Keys keys = keys();
    byte[] sealed = keys.seal(SECRET, PLACE);
    for (int length = 0; length < 30; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatFails(() -> keys.open(cut, PLACE), Reason.TRUNCATED);
    }
    byte[] shorter = Arrays.copyOf(sealed, sealed.length - 1);
    assertThatFails(() -> keys.open(shorter, PLACE), Reason.TAMPERED);
  }

  @Test
  void namesAnUnknownFormatAndAnUnknownKey() {
    byte[] format = keys().seal(SECRET, PLACE);
    format[0] = 2;
    assertThatFails(() -> keys().open(format, PLACE), Reason.UNKNOWN_FORMAT);
    byte[] number = keys().seal(SECRET, PLACE);
    number[1] = 9;
    assertThatFails(() -> keys().open(number, PLACE), Reason.UNKNOWN_KEY);
  }

  @Test
  void namesAWrongKeyOfTheRightNumber() {
    byte[] sealed = keys().seal(SECRET, PLACE);
    Keys others = Keys.open(directory.resolve("other"), chance);
    assertThatFails(() -> others.open(sealed, PLACE), Reason.TAMPERED);
  }

  @Test
  void rotatesWithoutLosingAnything() {
    Keys before = keys();
    byte[] old = before.seal(SECRET, PLACE);
    byte[] print = before.fingerprint("api-key", "k");

    Keys after = Keys.rotate(directory.resolve("keys"), chance);

    assertThat(after.open(old, PLACE)).isEqualTo(SECRET);
    assertThat(after.isOutdated(old)).isTrue();
    byte[] fresh = after.seal(SECRET, PLACE);
    assertThat(after.isOutdated(fresh)).isFalse();
    assertThat(keys().open(fresh, PLACE)).isEqualTo(SECRET);
    assertThatFails(() -> before.open(fresh, PLACE), Reason.UNKNOWN_KEY);
    assertThat(after.matches(print, "api-key", "k")).isTrue();
  }

  @Test
  void findsAKeyByItsFingerprint() {
    byte[] print = keys().fingerprint("api-key", "secret-key");
    assertThat(print).hasSize(32).isEqualTo(keys().fingerprint("api-key", "secret-key"));
    assertThat(keys().matches(print, "api-key", "secret-key")).isTrue();
    assertThat(keys().matches(print, "api-key", "secret-kez")).isFalse();
    assertThat(keys().matches(print, "bot-token", "secret-key")).isFalse();
    assertThat(keys().fingerprint("a", "bc")).isNotEqualTo(keys().fingerprint("ab", "c"));
  }

  @Test
  void derivesTheSameKeysForEver() throws Exception {
    Path file = write("1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", "rw-------");
    Keys keys = Keys.open(file, chance);
    // Both were computed by another implementation (Python's hmac and cryptography).
    assertThat(HexFormat.of().formatHex(keys.fingerprint("api-key", "k")))
        .isEqualTo("9afbf9d51b9f11a4db941f0c15f281deccacfbe698ce87ff975192df247aa6f3");
    byte[] sealed =
        HexFormat.of()
            .parseHex(
                "0101000102030405060708090a0b08aeb022faa080f08843ebc0eb40a58b3e9b4d2b5b0bcaaf424d409a6d");
    assertThat(keys.open(sealed, PLACE)).isEqualTo(SECRET);
  }

  @Test
  void hidesTheFileFromOthers() throws Exception {
    keys();
    Path file = directory.resolve("keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).matches("1 [A-Za-z0-9+/]{43}=\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatFails(this::keys, Reason.KEY_FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "x AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "0 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "256 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==",
        "1 !!!!",
        "1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
            + "1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
      })
  void namesAFileThatIsNoKeyFile(String text) throws Exception {
    Path file = write(text, "rw-------");
    assertThatFails(() -> Keys.open(file, chance), Reason.KEY_FILE);
  }

  private Path write(String text, String mode) throws Exception {
    Path file = Files.writeString(directory.resolve("written"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private Keys keys() {
    return Keys.open(directory.resolve("keys"), chance);
  }

  private static void assertThatFails(ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SecretFailure.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }
}
