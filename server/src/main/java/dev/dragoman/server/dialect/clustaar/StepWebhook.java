package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.form.ActionForm;
import dev.dragoman.core.bot.form.ActionWriter;
import dev.dragoman.core.bot.form.Reading;
import dev.dragoman.core.bot.form.TargetNames;
import dev.dragoman.core.bot.form.TextMode;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookAnswer.Failed;
import dev.dragoman.core.conversation.HookAnswer.Reason;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.HookForms;
import dev.dragoman.server.flow.HookForms.Call;
import dev.dragoman.server.flow.HookForms.Prepared;
import dev.dragoman.server.flow.HookForms.Read;
import dev.dragoman.server.flow.HookForms.Scene;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Defect;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The step webhook (contract clustaar §5): request, signature, and what an answer means.
public final class StepWebhook implements HookForms.StepForm {
  private static final String SEED_INVALID_JSON =
      "RequestFailed: Invalid JSON document (JSON document from response is invalid)";
  private static final String CHANNEL = "clustaar_web_chat";

  /// Two digits for every day of the month, as receivers that parse the header expect.
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Secrets secrets;

  /// The texts behind the names that bot settings hold.
  @FunctionalInterface
  public interface Secrets {
    /// The secret of this name in that workspace.
    Optional<String> find(int workspace, String name);
  }

  /// Sends with these secrets.
  public StepWebhook(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public Prepared call(Settings.Webhook webhook, Work.CallStepWebhook work, Scene scene) {
    String body = new String(Json.write(body(work, scene)), StandardCharsets.UTF_8);
    String date = httpDate(scene.nowNanos());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Date", date);
    List<String> missing = new ArrayList<>();
    secret(webhook.authorization(), scene, missing)
        .ifPresent(user -> headers.put("Authorization", Signature.basic(user)));
    secret(webhook.signingKey(), scene, missing)
        .ifPresent(key -> headers.put("X-Hub-Signature", Signature.of(key, date, body)));
    Call call = new Call(webhook.url(), headers, body);
    return missing.isEmpty()
        ? new Prepared.Ready(call)
        : new Prepared.Unready(
            call, "RequestFailed: Not called (the secret " + missing.getFirst() + " is not set)");
  }

  private Optional<String> secret(@Nullable String name, Scene scene, List<String> missing) {
    if (name == null) {
      return Optional.empty();
    }
    Optional<String> found = secrets.find(scene.workspace(), name);
    if (found.isEmpty()) {
      missing.add(name);
    }
    return found;
  }

  static String httpDate(long epochNanos) {
    return HTTP_DATE.format(Instant.ofEpochSecond(Math.floorDiv(epochNanos, 1_000_000_000L)));
  }

  private static Value.Obj body(Work.CallStepWebhook work, Scene scene) {
    Value.Obj data =
        Value.Obj.builder()
            .put("type", "step_reached_event")
            .put("channel", CHANNEL)
            .put("input", input(work.input()))
            .put("interlocutor", interlocutor(scene))
            .put("session", Value.Obj.of("values", work.session().values()))
            .put("step", step(work))
            .build();
    return Value.Obj.builder()
        .put("topic", "conversation.step_reached")
        .put("type", "notification_event")
        .put("botID", scene.address().botId())
        .put("timestamp", Math.floorDiv(scene.nowNanos(), 1_000_000_000L))
        .put("data", data)
        .build();
  }

  private static Value input(Input input) {
    if (input instanceof Input.Text text) {
      return Value.Obj.builder()
          .put("type", "message")
          .put("text", text.text())
          .put("attachments", attachments(text))
          .build();
    }
    Value.Obj said = SaidForm.of(input);
    return said == null ? Value.Null.NULL : said;
  }

  /// `{"type", "url"}` each; what the contact's side did not call anything is a file.
  private static Value.List attachments(Input.Text text) {
    List<Value> files = new ArrayList<>();
    for (Value attachment : text.attachments()) {
      if (attachment instanceof Value.Obj file) {
        String type = file.text("type");
        files.add(
            Value.Obj.builder()
                .put("type", type == null ? "file" : type)
                .put("url", InterlocutorForm.orNull(file.get("url")))
                .build());
      }
    }
    return new Value.List(files);
  }

  private static Value.Obj interlocutor(Scene scene) {
    Value.Obj attributes = scene.contact().attributes();
    return Value.Obj.builder()
        .put("id", scene.address().conversationId())
        .put("userID", scene.address().peer())
        .put("externalID", Value.Null.NULL)
        .put("location", InterlocutorForm.location(attributes))
        .put("email", InterlocutorForm.orNull(attributes.get("email")))
        .put("firstName", InterlocutorForm.orNull(attributes.get("firstName")))
        .put("lastName", InterlocutorForm.orNull(attributes.get("lastName")))
        .put("phoneNumber", InterlocutorForm.orNull(attributes.get("phoneNumber")))
        .put("customAttributes", InterlocutorForm.custom(attributes))
        .put("isLogged", InterlocutorForm.flag(attributes, "isLogged"))
        .put("usedToTest", InterlocutorForm.flag(attributes, "usedToTest"))
        .build();
  }

  /// The step's actions as they are configured: not chosen, not filled, not carried out.
  private static Value.Obj step(Work.CallStepWebhook work) {
    String language = work.session().language();
    ActionWriter writer = new ActionWriter(phrase -> asWritten(phrase, language), TargetNames.NONE);
    List<Value> actions = new ArrayList<>();
    for (Action action : work.step().actions()) {
      actions.add(writer.write(action));
    }
    String userData = work.step().webhook().userData();
    return Value.Obj.builder()
        .put("id", work.step().id())
        .put("name", work.step().name())
        .put("userData", userData == null ? Value.Null.NULL : Value.of(userData))
        .put("actions", new Value.List(actions))
        .build();
  }

  private static String asWritten(Phrase phrase, String language) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : phrase.in(language, language).parts()) {
      text.append(
          switch (part) {
            case Template.Part.Literal(var literal) -> literal;
            case Template.Part.SessionValue(var key) -> "{{" + key + "}}";
            case Template.Part.Attribute(var key) -> "{{contact." + key + "}}";
            case Template.Part.Clock(var field) ->
                "{{" + field.name().toLowerCase(Locale.ROOT) + "}}";
          });
    }
    return text.toString();
  }

  @Override
  public Read read(int status, byte[] body) {
    if (status < 200 || status > 299) {
      return failed(Reason.STATUS, "Invalid status code", Integer.toString(status));
    }
    return switch (Json.read(body)) {
      case JsonRead.Refused _ -> new Read(new Failed(Reason.GARBAGE), SEED_INVALID_JSON);
      case JsonRead.Read(var document) -> read(document);
    };
  }

  private static Read read(Value document) {
    Fields fields = Fields.of(document);
    Value actions = fields.any("actions");
    if (!(actions instanceof Value.Null)) {
      defects(ActionForm.readAll(actions, "actions", TextMode.LITERAL), fields);
    }
    HookAnswer.Values values = values(fields);
    Fields interlocutor = fields.optionalObject("interlocutor");
    Value.Obj attributes =
        interlocutor == null ? Value.Obj.EMPTY : InterlocutorForm.trusted(interlocutor);
    Decoded<HookAnswer> decoded =
        fields.decoded(() -> new HookAnswer.Good((Value.List) actions, values, attributes));
    return switch (decoded) {
      case Decoded.Whole<HookAnswer>(var answer) -> new Read(answer, null);
      case Decoded.Defective<HookAnswer>(var defects) ->
          failed(Reason.GARBAGE, "Invalid document", written(defects.getFirst()));
    };
  }

  private static HookAnswer.@Nullable Values values(Fields fields) {
    Fields session = fields.optionalObject("session");
    if (session == null) {
      return null;
    }
    Fields values = session.object("values");
    SessionRoom.check(values);
    return new HookAnswer.Values(values.source(), true);
  }

  private static String written(Defect defect) {
    return (defect.path().isEmpty() ? "document" : defect.path()) + ": " + defect.message();
  }

  private static void defects(Reading<List<Action>> reading, Fields fields) {
    if (reading instanceof Reading.Refused<List<Action>>(var defects)) {
      defects.forEach(defect -> fields.invalidBelow(defect.path(), defect.message()));
    }
  }

  private static Read failed(Reason reason, String title, String detail) {
    return new Read(new Failed(reason), "RequestFailed: " + title + " (" + detail + ")");
  }
}
