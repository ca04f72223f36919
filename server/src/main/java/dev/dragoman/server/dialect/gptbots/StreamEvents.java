package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The events of a stream in both framings (contract gptbots §3.5).
final class StreamEvents {
  private final Framing framing;

  StreamEvents(Framing framing) {
    this.framing = framing;
  }

  String contentType() {
    return framing.contentType();
  }

  byte[] messageInfo(String messageId) {
    return framed(event(11, "MessageInfo", Value.Obj.of("message_id", Value.of(messageId))));
  }

  /// A piece of the text: clients put the pieces together as they come.
  byte[] text(String piece) {
    return framed(event(3, "Text", Value.of(piece)));
  }

  byte[] flowOutput(List<Said> output) {
    return framed(event(10, "FlowOutput", ReplyForm.flowOutput(output)));
  }

  byte[] cost() {
    Value.Obj cost =
        Value.Obj.builder()
            .put("prompt_tokens", 0)
            .put("completion_tokens", 0)
            .put("total_tokens", 0)
            .put("prompt_tokens_details", ReplyForm.promptDetails())
            .put("completion_tokens_details", ReplyForm.completionDetails())
            .build();
    return framed(event(4, "Cost", cost));
  }

  /// What went wrong after the stream had begun.
  byte[] error(String message) {
    Value.Obj payload = Value.Obj.of("originalCode", Value.of(Code.INTERNAL.number()));
    ObjBuilder event = opening(-50_000, message, Value.Null.NULL).put("payload", payload);
    return framed(event.build());
  }

  byte[] end() {
    return framed(event(0, "End", Value.Null.NULL));
  }

  private static Value.Obj event(int code, String message, Value data) {
    return opening(code, message, data).build();
  }

  private static ObjBuilder opening(int code, String message, Value data) {
    return Value.Obj.builder().put("code", code).put("message", message).put("data", data);
  }

  private byte[] framed(Value.Obj event) {
    String text = new String(Json.write(event), StandardCharsets.UTF_8);
    return (framing.before() + text + framing.after()).getBytes(StandardCharsets.UTF_8);
  }
}
