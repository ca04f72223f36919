package dev.dragoman.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.TestServer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Lines against the sandbox, real HTTP both ways.
@ExtendWith(TestServer.Extension.class)
class SandboxTest {
  private static final String ANA = "573005550101";
  private static final String BEN = "573005550102";

  @Test
  void aWebhookThatComesTwiceIsOneTurn(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("none", "doubled");
      assertThat(desk.say(ANA, "hi")).isEqualTo("200");
      assertThat(desk.say(ANA, "again")).isEqualTo("200");
      Desk.until(() -> desk.got(ANA).size() == 2);

      Desk.until(() -> desk.states().equals(List.of("accepted", "accepted")));
      assertThat(desk.doubled()).isEqualTo("[]");
    }
  }

  @Test
  void aWrongSignatureWritesNothing(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("none", "wrongSignature");

      assertThat(desk.say(ANA, "hi")).isEqualTo("401");
      assertThat(desk.conversations()).isEmpty();
    }
  }

  @Test
  void reportsAreToldOnceEachHoweverTheyCome(TestServer server) throws Exception {
    for (String mode : List.of("normal", "early", "twice")) {
      try (Desk desk = Desk.open(server)) {
        desk.dial(mode, "doubled");
        desk.say(ANA, "hi");
        Desk.until(() -> desk.states().equals(List.of("delivered")));
        desk.read(ANA);
        Desk.until(() -> desk.states().equals(List.of("read")));

        assertThat(List.of(desk.told("sent"), desk.told("delivered"), desk.told("read")))
            .as(mode)
            .containsExactly(1L, 1L, 1L);
      }
    }
  }

  @Test
  void aFileIsFetchedFromTheProviderAndOpensByItsLink(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      String id = desk.phones.post("/sandbox/media", "the roof").at("id");

      assertThat(desk.sends(ANA, "document", id)).isEqualTo("200");
      String transcript =
          desk.admin
              .get("/api/v1/conversations/" + desk.conversations().getFirst() + "/transcript")
              .text();
      Matcher link = Pattern.compile("/files/[0-9a-f-]+").matcher(transcript);
      assertThat(link.find()).as(transcript).isTrue();
      assertThat(server.client().get(link.group()).text()).isEqualTo("the roof");
      assertThat(desk.phones.get("/sandbox/media/" + id).status()).isEqualTo(401);
    }
  }

  @Test
  void aStateNeverGoesBack(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("shuffled", "good");
      desk.say(ANA, "hi");
      Desk.until(() -> desk.told("delivered") == 1);

      Desk.until(() -> desk.states().equals(List.of("read")));
      assertThat(desk.told("read")).isOne();
      assertThat(desk.told("sent")).isZero();
    }
  }

  @Test
  void aFailureIsTold(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("failed", "good");
      desk.say(ANA, "hi");
      Desk.until(() -> desk.told("failed") == 1);

      Desk.until(() -> desk.states().equals(List.of("failed")));
    }
  }

  @Test
  void whatAConversationSaysKeepsItsOrder(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("none", "good");
      desk.fault("slow", 1, true);
      for (int i = 0; i < 6; i++) {
        desk.say(ANA, "message " + i);
      }
      Desk.until(() -> desk.got(ANA).size() == 6);

      List<Long> sequences =
          desk.got(ANA).stream().map(one -> Long.parseLong(one.split("\\.")[1])).toList();
      assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void anAnswerThatNeverCameLeavesTheMessageUnknownUntilItIsReported(TestServer server)
      throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("none", "good");
      desk.fault("reset", 1, true);
      desk.say(ANA, "hi");
      Desk.until(() -> desk.states().equals(List.of("unknown")));
      desk.say(ANA, "more");
      desk.say(BEN, "hi");
      Desk.until(() -> desk.got(BEN).size() == 1);
      assertThat(desk.got(ANA)).hasSize(1);

      desk.report(ANA, desk.got(ANA).getFirst(), "delivered");
      Desk.until(() -> desk.got(ANA).size() == 2);

      assertThat(desk.doubled()).isEqualTo("[]");
    }
  }

  @Test
  void aStopInTheMiddleOfACallNeverSendsTwice(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("none", "good");
      desk.fault("hang", 1, true);
      desk.say(ANA, "hi");
      Desk.until(() -> desk.states().equals(List.of("claimed")) && desk.got(ANA).size() == 1);
      server.restart();
      desk.register();
      desk.dial("none", "good");
      desk.say(ANA, "more");
      desk.claimsRunOut();
      Desk.until(() -> desk.states().contains("unknown"));
      assertThat(desk.got(ANA)).hasSize(1);

      desk.report(ANA, desk.got(ANA).getFirst(), "delivered");
      Desk.until(() -> desk.got(ANA).size() == 2);

      assertThat(desk.doubled()).isEqualTo("[]");
    }
  }

  @Test
  void whatNeverLeftIsTriedAgain(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      desk.dial("none", "good");
      desk.fault("busy", 1, false);
      desk.say(ANA, "hi");
      Desk.until(() -> desk.got(ANA).size() == 1);

      Desk.until(() -> desk.states().equals(List.of("accepted")));
    }
  }

  @Test
  void aHangingLineDelaysNoOther(TestServer server) throws Exception {
    try (Desk dead = Desk.open(server);
        Desk good = Desk.open(server)) {
      dead.dial("none", "good");
      good.dial("none", "good");
      dead.fault("hang", 1_000, false);
      for (int i = 0; i < 40; i++) {
        dead.say("57300555%04d".formatted(i), "hi");
      }
      good.say(ANA, "hi");
      Desk.until(() -> good.got(ANA).size() == 1);

      assertThat(dead.got("573005550000")).isEmpty();
    }
  }

  @Test
  void aLineOfAnotherWorkspaceIsUnknown(TestServer server) throws Exception {
    try (Desk desk = Desk.open(server)) {
      var stranger =
          server
              .client()
              .bearer(
                  desk.admin.post("/api/v1/workspaces", "{\"name\":\"other\"}").at("key", "key"));

      assertThat(stranger.get("/api/v1/channels/" + desk.channel).status()).isEqualTo(404);
      assertThat(stranger.get("/api/v1/channels").at("data")).isEqualTo("[]");
    }
  }
}
