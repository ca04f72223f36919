package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The bodies of an answer, members in the documented order: version 2 (contract gptbots §3.2,
/// §5.2) and version 1 (seed; §5.1). Nothing here is made by a model that counts tokens: usage is
/// documented to be there, and says so with zeros.
final class ReplyForm {
  private static final Value NO_CREDITS = Value.of(new BigDecimal("0.0"));

  private static final Value.Obj USAGE =
      Value.Obj.builder()
          .put(
              "tokens",
              Value.Obj.builder()
                  .put("total_tokens", 0)
                  .put("prompt_tokens", 0)
                  .put("prompt_tokens_details", promptDetails())
                  .put("completion_tokens", 0)
                  .put("completion_tokens_details", completionDetails())
                  .build())
          .put(
              "credits",
              Value.Obj.builder()
                  .put("total_credits", NO_CREDITS)
                  .put("text_input_credits", NO_CREDITS)
                  .put("text_output_credits", NO_CREDITS)
                  .put("audio_input_credits", NO_CREDITS)
                  .put("audio_output_credits", NO_CREDITS)
                  .build())
          .build();

  private ReplyForm() {}

  /// What every answer has.
  record Head(long createSeconds, String conversationId, String messageId) {}

  /// Version 2; `citations` only where they were asked for.
  static Value.Obj v2(Head head, List<Said> output, boolean citations) {
    ObjBuilder body = opening(head).put("output", output(output)).put("usage", USAGE);
    return citations ? body.put("citations", Value.List.EMPTY).build() : body.build();
  }

  /// What a message in webhook mode is answered with at once.
  static Value.Obj accepted(Head head) {
    return opening(head).build();
  }

  private static ObjBuilder opening(Head head) {
    return Value.Obj.builder()
        .put("create_time", head.createSeconds())
        .put("conversation_id", head.conversationId())
        .put("message_id", head.messageId());
  }

  /// Version 1: the same, and the body of the seed's webhook.
  static Value.Obj v1(Head head, List<Said> output) {
    return Value.Obj.builder()
        .put("message_id", head.messageId())
        .put("message_type", "ANSWER")
        .put("text", text(output))
        .put("flow_output", flowOutput(output))
        .put("create_time", head.createSeconds())
        .put("conversation_id", head.conversationId())
        .build();
  }

  static String text(List<Said> output) {
    return output.stream().map(Said::text).collect(Collectors.joining("\n"));
  }

  private static Value.List output(List<Said> output) {
    return new Value.List(
        output.stream()
            .<Value>map(
                said ->
                    Value.Obj.builder()
                        .put("from_component_branch", orNull(said.branch()))
                        .put("from_component_name", orNull(said.component()))
                        .put("content", Value.Obj.of("text", Value.of(said.text())))
                        .build())
            .toList());
  }

  /// The older form, which streams use too.
  static Value.List flowOutput(List<Said> output) {
    return new Value.List(
        output.stream()
            .<Value>map(
                said ->
                    Value.Obj.builder()
                        .put("content", said.text())
                        .put("branch", orNull(said.branch()))
                        .put("from_component_name", orNull(said.component()))
                        .build())
            .toList());
  }

  static Value.Obj promptDetails() {
    return Value.Obj.builder().put("audio_tokens", 0).put("text_tokens", 0).build();
  }

  static Value.Obj completionDetails() {
    return Value.Obj.builder()
        .put("reasoning_tokens", 0)
        .put("audio_tokens", 0)
        .put("text_tokens", 0)
        .build();
  }

  private static Value orNull(@Nullable String text) {
    return text == null ? Value.Null.NULL : Value.of(text);
  }
}
