package dev.dragoman.server.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The map of routes and fields (contract aivo §2.8).
class WireMapTest {
  private static WireMap map(String document) {
    return WireMap.of(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void changesWhatItNamesAndNothingElse() {
    WireMap map =
        map(
            "{\"message\":{\"path\":\"/v2/say\",\"request\":{\"value\":\"body\"},\"actions\":{\"text\":\"txt\"}},\"group\":{\"answer\":{\"id\":\"groupId\"}}}");
    assertThat(map.message().path()).isEqualTo("/v2/say");
    assertThat(map.message().in("value")).isEqualTo("body");
    assertThat(map.message().in("hash")).isEqualTo("hash");
    assertThat(map.actions()).containsEntry("text", "txt").containsEntry("file", "file");
    assertThat(map.close()).isEqualTo(WireMap.proposed().close());
    assertThat(map.group().out("id")).isEqualTo("groupId");
  }

  @Test
  void readsRequestsInItsNames() {
    WireMap map =
        map(
            "{\"message\":{\"request\":{\"conversationId\":\"roomId\",\"value\":\"body\"},\"actions\":{\"text\":\"txt\"}}}");
    String body =
        "{\"botId\":7,\"botToken\":\"t\",\"roomId\":\"r\",\"action\":\"txt\",\"body\":\"hello\"}";
    Fields fields = Fields.of(Json.read(body.getBytes(StandardCharsets.UTF_8)).orThrow());
    assertThat(RoomRequest.message(map, fields))
        .isEqualTo(
            new Decoded.Whole<>(
                new RoomRequest(
                    new Access.Pair(7, "t"),
                    new Rooms.Wanted("r", null),
                    new RoomRequest.Content("text", "hello"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"say\":{}}|say is not known here",
        "{\"message\":{\"path\":\"say\"}}|path must be a path",
        "{\"message\":{\"path\":\"/{x}\"}}|path must be a path",
        "{\"message\":{\"request\":{\"text\":\"x\"}}}|text is not known here",
        "{\"message\":{\"request\":{\"value\":\"hash\"}}}|must not use a name twice",
        "{\"close\":{\"actions\":{\"x\":\"y\"}}}|actions is not known here",
        "{\"close\":{\"path\":\"/api/v1/auth\"}}|must have paths that differ",
        "[]|must be an object",
        "{|the body ends"
      })
  void saysWhatIsWrong(String document, String message) {
    assertThatThrownBy(() -> map(document)).hasMessageContaining(message);
  }
}
