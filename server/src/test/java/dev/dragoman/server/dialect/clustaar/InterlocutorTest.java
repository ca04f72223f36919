package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Create, read and update interlocutors (contract clustaar §1.3, §1.4).
@ExtendWith(TestServer.Extension.class)
class InterlocutorTest {
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000";

  private final TestServer server;
  private final Shop shop;

  InterlocutorTest(TestServer server) {
    this.server = server;
    this.shop = Shop.open(server);
  }

  @Test
  void createsWithTheDocumentedAnswer() {
    Answer made =
        shop.create("{\"type\":\"interlocutor\",\"userID\":\"golden\",\"id\":\"ignored\"}");
    assertThat(made.status()).isEqualTo(200);
    Golden.check(
        "clustaar/interlocutor-created",
        made.text(),
        Map.of("interlocutor", made.at("data", "id")));
  }

  @Test
  void showsEveryMemberInTheDocumentedOrder() {
    Customer ada =
        shop.customer(
            ",\"firstName\":\"Ada\",\"email\":\"ada@shop.example\",\"customAttributes\":{\"plan_2\":\"gold\"}");
    assertThat(ada.seen().at("data", "lastReplyAt")).isEqualTo("null");
    ada.says("hello");
    Answer seen = ada.seen();
    assertThat(seen.at("data", "createdAt")).matches(DATE);
    assertThat(seen.at("data", "lastReplyAt")).matches(DATE);
    Golden.check(
        "clustaar/interlocutor",
        seen.text(),
        Map.of(
            "interlocutor",
            ada.id,
            "user",
            ada.userId,
            "created",
            seen.at("data", "createdAt"),
            "replied",
            seen.at("data", "lastReplyAt")));
  }

  @Test
  void updatesWhatIsGivenAndAnswersNothing() {
    Customer ada = shop.customer(",\"firstName\":\"Ada\",\"customAttributes\":{\"plan\":\"gold\"}");
    String body =
        "{\"type\":\"interlocutor\",\"userID\":\""
            + ada.userId
            + "\",\"lastName\":\"L\",\"location\":{\"lat\":1.5,\"long\":-2},"
            + "\"customAttributes\":{\"size\":\"large\"}}";
    Answer updated = shop.owner.put(ada.path(), body);
    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.text()).isEmpty();
    Answer seen = ada.seen();
    assertThat(seen.at("data", "firstName")).isEqualTo("Ada");
    assertThat(seen.at("data", "lastName")).isEqualTo("L");
    assertThat(seen.at("data", "location")).isEqualTo("{\"lat\":1.5,\"long\":-2}");
    assertThat(seen.at("data", "customAttributes"))
        .isEqualTo("{\"plan\":\"gold\",\"size\":\"large\"}");
    String alias = "/clustaar/bots/" + shop.bot.id() + "/interlocutors/" + ada.id;
    assertThat(shop.owner.put(alias, body.replace("large", "small")).status()).isEqualTo(200);
    assertThat(ada.seen().at("data", "customAttributes", "size")).isEqualTo("small");
  }

  @Test
  void namesEveryDefectOfAnUpdate() {
    Customer ada = shop.customer();
    Answer refused =
        shop.owner.put(
            ada.path(),
            """
            {"type":"person","email":7,"isLogged":"yes","location":{"lat":91},
             "customAttributes":{"a-b":"x","firstName":"x","ok":1,"id":"fine"}}""");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(paths(refused))
        .containsExactlyInAnyOrder(
            "type",
            "userID",
            "email",
            "isLogged",
            "location.lat",
            "location.long",
            "customAttributes.a-b",
            "customAttributes.firstName",
            "customAttributes.ok");
    Answer renamed = shop.owner.put(ada.path(), "{\"type\":\"interlocutor\",\"userID\":\"other\"}");
    assertThat(renamed.status()).isEqualTo(422);
    assertThat(paths(renamed)).containsExactly("userID");
  }

  private static List<String> paths(Answer refused) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; !refused.at("error", "errors", i).equals("null"); i++) {
      paths.add(refused.at("error", "errors", i, "path"));
    }
    return paths;
  }

  @Test
  void boundsTheNameOfAUser() {
    String body = "{\"type\":\"interlocutor\",\"userID\":\"%s\"}";
    assertThat(shop.create(body.formatted("é".repeat(99))).status()).isEqualTo(200);
    assertThat(paths(shop.create(body.formatted("é".repeat(100))))).containsExactly("userID");
    assertThat(paths(shop.create(body.formatted("")))).containsExactly("userID");
  }

  @Test
  void givesTheSameInterlocutorToTheSameUser() {
    String body = "{\"type\":\"interlocutor\",\"userID\":\"same\",\"firstName\":\"%s\"}";
    String first = shop.create(body.formatted("Ada")).at("data", "id");
    assertThat(shop.create(body.formatted("Bob")).at("data", "id")).isEqualTo(first);
    assertThat(shop.owner.get("/clustaar/interlocutors/" + first).at("data", "firstName"))
        .isEqualTo("Ada");
  }

  @Test
  void makesOneInterlocutorAndOneTokenOfFiftyParallelRequests() throws Exception {
    List<Callable<Answer>> creates = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      creates.add(
          () ->
              shop.bearer.post(
                  shop.createPath() + "?use_websocket",
                  "{\"type\":\"interlocutor\",\"userID\":\"parallel\"}"));
    }
    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> made : threads.invokeAll(creates)) {
        answers.add(made.get());
      }
    }
    assertThat(answers).allSatisfy(made -> assertThat(made.status()).isEqualTo(200));
    assertThat(answers.stream().map(made -> made.at("data", "id")).distinct()).hasSize(1);
    assertThat(answers.stream().filter(made -> made.text().contains("socketToken"))).hasSize(1);
    String id = answers.getFirst().at("data", "id");
    assertThat(server.number("select count(*) from conversation where id = '" + id + "'")).isOne();
    assertThat(
            server.number(
                "select count(*) from contact_identity where contact = (select contact"
                    + " from conversation where id = '"
                    + id
                    + "')"))
        .isOne();
  }

  @Test
  void showsASocketTokenOnceAndOnlyWhenAsked() {
    String body = "{\"type\":\"interlocutor\",\"userID\":\"socket\"}";
    assertThat(shop.create(body).text()).doesNotContain("socketToken");
    String asked = shop.createPath() + "?use_websocket=true";
    assertThat(shop.bearer.post(asked, body).at("data", "socketToken")).hasSizeGreaterThan(30);
    assertThat(shop.bearer.post(asked, body).text()).doesNotContain("socketToken");
  }
}
