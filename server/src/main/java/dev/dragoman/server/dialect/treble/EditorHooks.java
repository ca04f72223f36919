package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.bot.Question;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookAnswer.Failed;
import dev.dragoman.core.conversation.HookAnswer.Reason;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.conversation.Work.Occasion;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.HookForms;
import dev.dragoman.server.flow.HookForms.Call;
import dev.dragoman.server.flow.HookForms.Read;
import dev.dragoman.server.flow.HookForms.Scene;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.json.Spacing;
import java.util.Map;

/// The six hooks of the conversation editor (seed 000; contract treble §2): members in the order of
/// the vendor's samples.
///
/// | hook | occasion | waits |
/// |---|---|---|
/// | on-response | an answer, or a way without a question | yes |
/// | on-optout | the answer that opts out | yes |
/// | on-timeout | silence | yes |
/// | on-condition | a way out of a step that only chooses | yes |
/// | on-delivered, on-read | a receipt of the step's message | no |
///
/// Any 2xx whose body is an object may carry `user_session_keys`; every other 2xx body changes
/// nothing, which is no failure.
public final class EditorHooks implements HookForms.ArrowForm {
  private final Style style;
  private final StaticHeaders headers;

  /// Where the public material leaves a choice (contract treble §9).
  ///
  /// @param integerIds `conversation_id` is an integer in on-response too
  /// @param openAnswers `classified_answer` of an open question holds the words, instead of null
  public record Style(boolean integerIds, boolean openAnswers) {}

  /// Writes bodies in this style, with these headers.
  public EditorHooks(Style style, StaticHeaders headers) {
    this.style = style;
    this.headers = headers;
  }

  @Override
  public Call call(Work.CallArrowHook work, Scene scene) {
    Work.Answered answered = work.answered();
    QuestionForm questions =
        new QuestionForm(work.session().language(), scene.place().mainLanguage());
    ObjBuilder body = Phone.of(scene.contact()).into(Value.Obj.builder());
    body.put("session_id", work.session().id());
    Story story = new Story(scene.storyNumber());
    Value keys = SessionKeys.of(work.session().values());
    switch (answered.occasion()) {
      case Occasion.Response _ -> {
        body.put("conversation_id", story.id(!style.integerIds()))
            .put("question", questions.of(answered));
        sent(answered, scene, body, true);
        body.put("sent_text", answered.sentText())
            .put("actual_response", answered.actualResponse())
            .put("classified_answer", classified(answered))
            .put("user_session_keys", keys);
      }
      case Occasion.OptOut _ -> {
        body.put("conversation_id", story.id(false)).put("question", questions.of(answered));
        sent(answered, scene, body, false);
        body.put("sent_text", answered.sentText())
            .put("user_session_keys", keys)
            .put("classified_answer", classified(answered))
            .put("reason", "OPTOUT");
      }
      case Occasion.Silence _ ->
          body.put("conversation_id", story.id(false))
              .put("question", questions.of(answered))
              .put("timeout_at", Clock.micros(scene.nowNanos()))
              .put("user_session_keys", keys);
      case Occasion.Branch branch ->
          body.put("conversation_id", story.id(false))
              .put("variable", pair("name", branch.variable(), branch.value()))
              .put("condition", pair("operator", branch.operator(), branch.operand()))
              .put("user_session_keys", keys);
      case Occasion.Delivered(long atNanos) ->
          receipt(body, story, questions, answered, keys)
              .put("delivered_at", Clock.seconds(atNanos));
      case Occasion.Read(long atNanos) ->
          receipt(body, story, questions, answered, keys).put("read_at", Clock.seconds(atNanos));
    }
    String document = Json.text(body.build(), Spacing.PYTHON);
    return new Call(work.call().url(), headers(scene.workspace()), document);
  }

  private Map<String, String> headers(int workspace) {
    return headers.with(workspace, Map.of("Content-Type", "application/json"));
  }

  private record Story(int number) {
    Value id(boolean asText) {
      return asText ? Value.of(Integer.toString(number)) : Value.of(number);
    }
  }

  private static void sent(
      Work.Answered answered, Scene scene, ObjBuilder body, boolean responded) {
    body.put("sent_at", Clock.micros(answered.askedNanos()));
    if (responded) {
      body.put("responded_at", Clock.micros(scene.nowNanos()));
    }
  }

  private static ObjBuilder receipt(
      ObjBuilder body, Story story, QuestionForm questions, Work.Answered answered, Value keys) {
    return body.put("conversation_id", story.id(false))
        .put("question", questions.of(answered))
        .put("sent_at", Clock.micros(answered.askedNanos()))
        .put("sent_text", answered.sentText())
        .put("user_session_keys", keys);
  }

  private static Value.Obj pair(String name, String first, String value) {
    return Value.Obj.builder().put(name, first).put("value", value).build();
  }

  private Value classified(Work.Answered answered) {
    String label = answered.classifiedLabel();
    if (label != null) {
      return QuestionForm.labelled(label);
    }
    boolean open = !(answered.question() instanceof Question.Closed);
    return open && !style.openAnswers()
        ? Value.Null.NULL
        : QuestionForm.labelled(answered.actualResponse());
  }

  @Override
  public Read read(int status, byte[] body) {
    if (status < 200 || status > 299) {
      return new Read(
          new Failed(Reason.STATUS), "RequestFailed: Invalid status code (" + status + ")");
    }
    Value.Obj given =
        Json.read(body) instanceof JsonRead.Read(Value.Obj object) ? object : Value.Obj.EMPTY;
    HookAnswer.Values values = new HookAnswer.Values(SessionKeys.lenient(given), false);
    return new Read(new HookAnswer.Good(null, values, Value.Obj.EMPTY), null);
  }
}
