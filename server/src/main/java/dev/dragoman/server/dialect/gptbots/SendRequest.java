package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decodes the body of "Send message" in both versions (contract gptbots §3.1, §4). Members it does
/// not know are ignored.
///
/// Earlier messages are read for their form only: the conversation remembers what was said.
///
/// @param message what the user says
/// @param values the custom variables
/// @param citations whether they were asked for
record SendRequest(
    String conversationId, Mode mode, Content message, Value.Obj values, boolean citations) {
  private static final int CONVERSATION_ID = 100;
  private static final int MESSAGES = 1_000;
  private static final int KNOWLEDGE_IDS = 1_000;
  private static final int ID = 200;
  private static final String CONFIG = "conversation_config";

  /// How the answer comes.
  enum Mode {
    BLOCKING,
    STREAMING,
    WEBHOOK;

    private static final Map<String, Mode> WORDS = Words.of(values());

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Decoded<SendRequest> v2(Fields fields) {
    String conversationId = fields.text("conversation_id", 1, CONVERSATION_ID);
    Mode mode = fields.choice("response_mode", Mode.WORDS);
    List<Content> messages = fields.list("messages", 1, MESSAGES, SendRequest::message);
    lastIsTheUsers(fields);
    Fields config = fields.optionalObject(CONFIG);
    boolean citations = config != null && config(config);
    Value.Obj values = config == null ? Value.Obj.EMPTY : values(config);
    return fields.decoded(
        () -> new SendRequest(conversationId, mode, messages.getLast(), values, citations));
  }

  private static @Nullable Content message(Item item) {
    Fields fields = item.object();
    fields.choice("role", Map.of("user", true, "assistant", false));
    return Content.of(fields, "content");
  }

  private static void lastIsTheUsers(Fields fields) {
    if (fields.source().get("messages") instanceof Value.List(var messages)
        && !messages.isEmpty()
        && messages.getLast() instanceof Value.Obj last
        && "assistant".equals(last.text("role"))) {
      fields.invalidBelow(
          "messages[" + (messages.size() - 1) + "].role", "must be user: the newest comes last");
    }
  }

  /// Switches of models and knowledge have nothing to switch here; they must be of their type.
  private static boolean config(Fields config) {
    config.optionalBool("short_term_memory");
    config.optionalBool("long_term_memory");
    Fields knowledge = config.optionalObject("knowledge");
    if (knowledge != null) {
      knowledge.optionalList("group_ids", 0, KNOWLEDGE_IDS, one -> one.text(1, ID));
      knowledge.optionalList("data_ids", 0, KNOWLEDGE_IDS, one -> one.text(1, ID));
    }
    return config.bool("corner_citation", false);
  }

  private static Value.Obj values(Fields config) {
    Fields values = config.optionalObject("custom_variables");
    if (values == null) {
      return Value.Obj.EMPTY;
    }
    SessionShare.check(values);
    return values.source();
  }

  static Decoded<SendRequest> v1(Fields fields) {
    String conversationId = fields.text("conversation_id", 1, CONVERSATION_ID);
    Mode mode = fields.choice("response_mode", Mode.WORDS);
    String text = fields.optionalText("text", 0, Limits.BODY_BYTES);
    List<Attached> given = fields.optionalList("files", 0, Content.MOST_FILES, Attached::ofV1);
    List<Attached> files = given == null ? new ArrayList<>() : given;
    if ((text == null || text.isBlank()) && files.isEmpty()) {
      fields.invalid("text", "or files is required");
    }
    config(fields);
    return fields.decoded(
        () ->
            new SendRequest(
                conversationId,
                mode,
                new Content(Objects.requireNonNullElse(text, ""), files),
                Value.Obj.EMPTY,
                false));
  }
}
