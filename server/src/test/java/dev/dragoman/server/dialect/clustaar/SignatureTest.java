package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The headers of a step webhook (contract clustaar §5.2), against vectors made elsewhere.
class SignatureTest {
  /// `printf 'date=Fri, 06 Nov 2026 08:09:07 GMT\n{"a":"hé"}' | openssl dgst -sha1 -hmac 'páss'`
  @Test
  void signsDateAndBodyAsOpensslDoes() {
    assertThat(Signature.of("páss", "Fri, 06 Nov 2026 08:09:07 GMT", "{\"a\":\"hé\"}"))
        .isEqualTo("sha1=189faa7887e4fed15e7846dd8b24fc4d99db757d");
  }

  @Test
  void writesTheDayWithTwoDigits() {
    assertThat(StepWebhook.httpDate(1_793_952_547_000_000_000L))
        .isEqualTo("Fri, 06 Nov 2026 08:09:07 GMT");
  }

  @Test
  void encodesUserAndPasswordAsRfc7617Does() {
    assertThat(Signature.basic("Aladdin:open sesame"))
        .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }
}
