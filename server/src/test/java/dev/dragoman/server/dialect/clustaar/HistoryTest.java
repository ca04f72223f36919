package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What was said before (contract clustaar §1.5, §1.6).
@ExtendWith(TestServer.Extension.class)
class HistoryTest {
  private final Shop shop;
  private final Customer ada;

  HistoryTest(TestServer server) {
    shop = Shop.open(server);
    ada = shop.customer();
  }

  private Answer actions(String query) {
    return shop.owner.get(ada.path() + "/actions" + query);
  }

  @Test
  void showsBothSidesInOrder() {
    ada.says("hello");
    ada.reply(
        "{\"type\":\"go_to_action\",\"target\":{\"type\":\"step\",\"id\":\"60a1b2c3d4e5f60718293d06\",\"name\":\"size\"}}");
    Golden.check("clustaar/actions", actions("").text(), Map.of());
  }

  @Test
  void pagesFromTheNewestWithTheOldestFirst() {
    for (int i = 0; i < 40; i++) {
      ada.reply("{\"type\":\"custom_event\",\"name\":\"E" + i + "\"}");
      ada.reply("{\"type\":\"url_loaded_event\",\"url\":\"U" + i + "\"}");
    }
    List<String> names = new ArrayList<>();
    Answer second = actions("?page=2");
    for (int i = 0; !second.at("data", i).equals("null"); i++) {
      names.add(second.at("data", i));
    }
    assertThat(names).hasSize(30);
    assertThat(names.getFirst()).isEqualTo("{\"type\":\"custom_event\",\"name\":\"E0\"}");
    assertThat(names.getLast()).isEqualTo("{\"type\":\"url_loaded_event\",\"url\":\"U14\"}");
    Answer first = actions("?page=1");
    assertThat(first.at("data", 0, "name")).isEqualTo("E15");
    assertThat(first.at("data", 49, "url")).isEqualTo("U39");
    assertThat(actions("?page=3").text()).isEqualTo("{\"data\":[]}");
    Answer conversation = ada.conversation("?extract_limit=2");
    assertThat(conversation.at("data", "count")).isEqualTo("80");
    assertThat(conversation.at("data", "extract", 1, "input_action", "action", "url"))
        .isEqualTo("U39");
    assertThat(conversation.at("data", "extract", 2)).isEqualTo("null");
    assertThat(ada.conversation("").at("data", "extract", 19)).isNotEqualTo("null");
    assertThat(ada.conversation("").at("data", "extract", 20)).isEqualTo("null");
  }

  @Test
  void refusesPagesAndLimitsThatAreNone() {
    for (String page : new String[] {"0", "-1", "x", "1.0", "99999999999", ""}) {
      Answer refused = actions("?page=" + page);
      assertThat(refused.status()).as(page).isEqualTo(422);
      assertThat(refused.at("error", "errors", 0, "path")).isEqualTo("page");
    }
    assertThat(ada.conversation("?extract_limit=500").status()).isEqualTo(200);
    Answer refused = ada.conversation("?extract_limit=501");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("error", "errors", 0, "path")).isEqualTo("extract_limit");
  }
}
