package dev.dragoman.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtterancesTest {
  private static List<Said> of(String action) {
    JsonRead read = Json.read(action.getBytes(StandardCharsets.UTF_8));
    return Utterances.of(7, (Value.Obj) read.orThrow());
  }

  private static String quick(int buttons, String title) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < buttons; i++) {
      all.append(i == 0 ? "" : ",")
          .append("{\"type\":\"quick_reply\",\"title\":\"")
          .append(title)
          .append(i)
          .append("\",\"action\":{\"type\":\"share_action\"}}");
    }
    return "{\"type\":\"send_quick_replies_action\",\"message\":\"Which?\",\"buttons\":["
        + all
        + "]}";
  }

  @Test
  void upToThreeShortChoicesAreButtons() {
    assertThat(of(quick(3, "a")))
        .containsExactly(
            new Said.Buttons(
                "Which?",
                List.of(
                    new Said.Choice("7-0", "a0"),
                    new Said.Choice("7-1", "a1"),
                    new Said.Choice("7-2", "a2")),
                null));
  }

  @Test
  void moreChoicesOrLongerOnesAreAList() {
    assertThat(of(quick(4, "a")).getFirst()).isInstanceOf(Said.Menu.class);
    assertThat(of(quick(2, "twenty-one characters")).getFirst()).isInstanceOf(Said.Menu.class);
  }

  @Test
  void whatFitsNoListIsNumbered() {
    assertThat(of(quick(11, "a"))).hasSize(1).first().isInstanceOf(Said.Text.class);
    assertThat(((Said.Text) of(quick(11, "a")).getFirst()).text())
        .startsWith("Which?\n1. a0\n2. a1")
        .endsWith("\n11. a10");
  }

  @Test
  void anAddressToOpenIsWrittenOut() {
    assertThat(
            of(
                """
                {"type":"send_quick_replies_action","message":"Look","buttons":[{"type":
                "quick_reply","title":"Menu","action":{"type":"open_url_action","url":
                "https://a.example/"}}]}"""))
        .containsExactly(new Said.Text("Look\nMenu: https://a.example/"));
  }

  @Test
  void whatOnlyAPageUnderstandsSaysNothing() {
    assertThat(of("{\"type\":\"send_js_event_action\",\"event\":\"X\"}")).isEmpty();
    assertThat(of("{\"type\":\"wait_action\",\"duration\":1}")).isEmpty();
  }
}
