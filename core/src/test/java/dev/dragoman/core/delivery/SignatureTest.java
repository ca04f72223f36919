package dev.dragoman.core.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

  /// The test vector that Standard Webhooks publishes.
  @Test
  void theVectorOfTheStandardIsMet() {
    String header =
        Signature.header(
            List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            BODY);

    assertThat(header).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whileASecretIsReplacedBothSignTheNewOneFirst() {
    String old = Signature.secret(new byte[24]);
    byte[] ones = new byte[24];
    java.util.Arrays.fill(ones, (byte) 1);
    String fresh = Signature.secret(ones);

    String both = Signature.header(List.of(fresh, old), "id", 1, BODY);

    assertThat(both.split(" "))
        .containsExactly(
            Signature.header(List.of(fresh), "id", 1, BODY),
            Signature.header(List.of(old), "id", 1, BODY));
  }

  @Test
  void onlyWhatOneCanSignWithIsASecret() {
    assertThat(Signature.isSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isTrue();
    assertThat(Signature.isSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
    assertThat(Signature.isSecret("whsec_short")).isFalse();
    assertThat(Signature.isSecret("whsec_***")).isFalse();
  }
}
