package dev.dragoman.server.dialect.gptbots;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.server.json.Json;
import dev.dragoman.server.testing.Golden;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The body of the documented page, member by member (seed; contract gptbots §5.1).
class ReplyFormTest {
  @Test
  void writesTheOlderWebhookInTheDocumentedOrder() {
    ReplyForm.Head head =
        new ReplyForm.Head(1_679_587_005, "657303a8a764d47094874bbe", "65a4ccfC7ce58e728d5897e0");
    byte[] body = Json.write(ReplyForm.v1(head, List.of(new Said("你好", "User Input", "1"))));
    Golden.check("gptbots/webhook-v1", new String(body, UTF_8), Map.of());
  }
}
