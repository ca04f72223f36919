package dev.dragoman.server.store.secret;

import dev.dragoman.server.store.secret.SecretFailure.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals and opens secrets, and makes fingerprints, with keys derived from the key file.
///
/// A sealed secret is `format (1) | key number (1) | nonce (12) | AES-256-GCM ciphertext and tag`.
/// The first two bytes and the *place* are authenticated: a secret copied into another row does not
/// open. Thread-safe.
public final class Keys {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int HEAD_BYTES = 2;

  private final SortedMap<Integer, SecretKey> sealing;
  private final Mac printing;
  private final SecureRandom chance;

  private Keys(SortedMap<Integer, byte[]> masters, SecureRandom chance) {
    this.sealing = new TreeMap<>();
    masters.forEach((number, master) -> sealing.put(number, derive(master, "seal", "AES")));
    byte[] oldest = masters.firstEntry().getValue();
    this.printing = printer(derive(oldest, "fingerprint", "HmacSHA256"));
    this.chance = chance;
  }

  /// Reads the key file, or makes it with one key (mode 0600) if there is none.
  ///
  /// @throws SecretFailure with [Reason#KEY_FILE] when it cannot be used, for one because others
  ///     may read it
  public static Keys open(Path file, SecureRandom chance) {
    return new Keys(KeyFile.readOrCreate(file, chance), chance);
  }

  /// Adds a key to the file; what is sealed from now on uses it, older secrets still open.
  public static Keys rotate(Path file, SecureRandom chance) {
    return new Keys(KeyFile.rotate(file, chance), chance);
  }

  /// Seals a secret for one place, such as `endpoint.auth/ID`.
  public byte[] seal(byte[] secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    chance.nextBytes(nonce);
    int number = sealing.lastKey();
    byte[] head = {FORMAT, (byte) number};
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(number), nonce);
      authenticate(cipher, head, place);
      byte[] body = cipher.doFinal(secret);
      return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + body.length)
          .put(head)
          .put(nonce)
          .put(body)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Opens what was sealed for the same place.
  ///
  /// @throws SecretFailure naming why it does not open
  public byte[] open(byte[] sealed, String place) {
    if (sealed.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES) {
      throw new SecretFailure(Reason.TRUNCATED, "The secret at %s is cut off".formatted(place));
    }
    if (sealed[0] != FORMAT) {
      throw new SecretFailure(
          Reason.UNKNOWN_FORMAT,
          "The secret at %s has format %d, known is %d".formatted(place, sealed[0] & 0xff, FORMAT));
    }
    byte[] head = Arrays.copyOf(sealed, HEAD_BYTES);
    byte[] nonce = Arrays.copyOfRange(sealed, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
    int body = HEAD_BYTES + NONCE_BYTES;
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, keyOf(sealed, place), nonce);
      authenticate(cipher, head, place);
      return cipher.doFinal(sealed, body, sealed.length - body);
    } catch (AEADBadTagException e) {
      throw new SecretFailure(
          Reason.TAMPERED, "The secret at %s was changed or moved".formatted(place), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a sealed secret should be sealed anew, because a newer key exists.
  public boolean isOutdated(byte[] sealed) {
    return sealed.length < HEAD_BYTES || (sealed[1] & 0xff) != sealing.lastKey();
  }

  /// HMAC-SHA-256 of a key or token: what is stored instead of it, and what it is found by.
  ///
  /// @param purpose keeps fingerprints of different things apart, such as `api-key`
  public byte[] fingerprint(String purpose, String text) {
    Mac mac = printer();
    mac.update(purpose.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0); // so that ("ab", "c") and ("a", "bc") differ
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A copy of the keyed one: looking the algorithm up and keying it costs more than using it, and
  /// every request of every client does.
  private Mac printer() {
    try {
      return (Mac) printing.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mac printer(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a given text has this fingerprint; takes the same time wherever they differ.
  public boolean matches(byte[] fingerprint, String purpose, String text) {
    return MessageDigest.isEqual(fingerprint, fingerprint(purpose, text));
  }

  private SecretKey keyOf(byte[] sealed, String place) {
    int number = sealed[1] & 0xff;
    if (!sealing.containsKey(number)) {
      throw new SecretFailure(
          Reason.UNKNOWN_KEY,
          "The secret at %s needs key %d, which is not in the key file".formatted(place, number));
    }
    return key(number);
  }

  private SecretKey key(int number) {
    return Objects.requireNonNull(sealing.get(number));
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
    return cipher;
  }

  private static void authenticate(Cipher cipher, byte[] head, String place) {
    cipher.updateAAD(head);
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
  }

  private static SecretKey derive(byte[] master, String purpose, String algorithm) {
    byte[] label = ("dragoman/" + purpose + "/1").getBytes(StandardCharsets.UTF_8);
    try {
      HKDFParameterSpec spec =
          HKDFParameterSpec.ofExtract()
              .addIKM(new SecretKeySpec(master, "HKDF"))
              .thenExpand(label, KeyFile.KEY_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
