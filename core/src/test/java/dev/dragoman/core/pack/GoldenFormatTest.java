package dev.dragoman.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Bytes written by the first server that had format 1: they stay readable, and as long as format 1
/// is written they come out as they went in. Nothing here is ever regenerated: a new format adds
/// files of its own.
class GoldenFormatTest {
  private static byte[] golden(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(GoldenFormatTest.class.getResourceAsStream(name))) {
      String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }

  @Test
  void aConversationOfFormat1() throws IOException {
    byte[] bytes = golden("conversation.format1.hex");
    Conversation conversation = Pack.conversation(bytes);

    assertThat(Pack.pack(conversation)).isEqualTo(bytes);
    assertThat(conversation.address().peer()).isEqualTo("cust-42");
    assertThat(conversation.waiting().side()).hasSize(2);
    assertThat(conversation.waiting().pending())
        .extracting(pending -> (Object) pending.input().getClass())
        .contains(Input.Text.class, Input.GoTo.class, Input.HookSettled.class, Input.Close.class);
    assertThat(conversation.timers().getLast().purpose())
        .isEqualTo(new Timer.Purpose.HookLate("h"));
    Value.Obj values = Objects.requireNonNull(conversation.holder().session()).values();
    assertThat(values.get("price")).isEqualTo(new Value.Num("0.10"));
  }

  @Test
  void aLegOfFormat1() throws IOException {
    byte[] bytes = golden("leg.format1.hex");
    Leg leg = Pack.leg(bytes);

    assertThat(Pack.pack(leg)).isEqualTo(bytes);
    assertThat(leg.told().events()).hasSize(16);
    assertThat(leg.told().why().tried()).hasSize(6);
    assertThat(leg.input())
        .isInstanceOfSatisfying(
            Input.Text.class, text -> assertThat(text.text()).isEqualTo("hola"));
    assertThat(leg.moment().epochNanos()).isEqualTo(1_763_629_200_123_456_789L);
  }
}
