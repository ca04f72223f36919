package dev.dragoman.core.bot.form;

import static dev.dragoman.core.bot.form.Documents.list;
import static dev.dragoman.core.bot.form.Documents.none;
import static dev.dragoman.core.bot.form.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.model.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionFormTest {
  private static final String STEP = "60a1b2c3d4e5f60718293a4c";
  private static final String STORY = "60a1b2c3d4e5f60718293a4d";
  private static final String INTENT = "60a1b2c3d4e5f60718293a50";
  private static final Value.Obj TO_STEP = object("type", "step", "id", STEP, "name", "Ask size");
  private static final Value.Obj GO_TO =
      object("type", "go_to_action", "target", TO_STEP, "sessionValues", none());

  private final ActionWriter writer = new ActionWriter(Phrase::literalText, names());

  private static TargetNames names() {
    return new TargetNames() {
      @Override
      public String of(Target target) {
        return target instanceof Target.ToStep ? "Ask size" : "Order";
      }

      @Override
      public String ofIntent(String intentId) {
        return "human";
      }
    };
  }

  static Stream<Value.Obj> documented() {
    return Stream.concat(shown(), Stream.concat(effects(), outside()));
  }

  private static Stream<Value.Obj> shown() {
    Value.Obj button =
        object("type", "button", "title", "Share", "action", object("type", "share_action"));
    Value.Obj open = object("type", "open_url_action", "url", "https://shop.example");
    return Stream.of(
        object("type", "send_text_action", "alternatives", list("Hi", "Hello")),
        object("type", "send_image_action", "imageURL", "https://x.example/a.png", "alt", "a"),
        object("type", "send_image_action", "imageURL", "http://x.example/a.png"),
        object(
            "type",
            "send_quick_replies_action",
            "message",
            "Which?",
            "buttons",
            list(object("type", "quick_reply", "title", "Small", "action", GO_TO))),
        object(
            "type",
            "send_cards_action",
            "cards",
            list(
                object(
                    "type",
                    "card",
                    "title",
                    "Card",
                    "subtitle",
                    "sub",
                    "imageURL",
                    "https://x.example/a.png",
                    "alt",
                    "a",
                    "url",
                    "https://x.example",
                    "buttons",
                    list(button)))),
        object(
            "type",
            "send_simple_cards_action",
            "cards",
            list(
                object(
                    "type",
                    "simple_card",
                    "title",
                    "Card",
                    "buttons",
                    list(object("type", "open_url_button", "title", "Open", "action", open))))),
        object(
            "type",
            "send_choices_list_action",
            "message",
            "Pick",
            "placeholder",
            "City",
            "sections",
            list(
                object(
                    "type",
                    "section",
                    "title",
                    "North",
                    "choices",
                    list(
                        object(
                            "type",
                            "choice",
                            "title",
                            "Oslo",
                            "imageUrl",
                            "https://x.example/o.png",
                            "sessionValues",
                            object("city", "oslo"))))),
            "action",
            GO_TO),
        object(
            "type",
            "send_user_input_action",
            "text",
            "Mail?",
            "kind",
            "email",
            "required",
            true,
            "key",
            "foo bar"),
        object("type", "ask_location_action", "message", "Where?", "action", GO_TO),
        object(
            "type",
            "send_template_action",
            "name",
            "order_ready",
            "language",
            "es_MX",
            "header",
            "A-77",
            "body",
            list("Ana", "A-77"),
            "text",
            "Hi Ana, A-77 is ready."),
        object("type", "wait_action", "duration", 0.5),
        object("type", "send_js_event_action", "event", "OPEN", "payload", object("a", 1)),
        object(
            "type",
            "customer_satisfaction_action",
            "message",
            "Happy?",
            "choices",
            list(choice("positive", TO_STEP, none()), choice("negative", none(), intent()))),
        object("type", "pause_bot_action"),
        object("type", "hand_over_action"),
        object("type", "hand_over_action", "group", "sales", "closed", "We are closed."));
  }

  private static Value.Obj choice(String kind, Value target, Value intent) {
    return object(
        "type",
        "customer_satisfaction_choice",
        "kind",
        kind,
        "label",
        "Yes",
        "target",
        target,
        "matchingIntent",
        intent);
  }

  private static Value.Obj intent() {
    return object("type", "intent", "id", INTENT, "name", "human");
  }

  private static Stream<Value.Obj> effects() {
    Value.Obj arrow =
        object(
            "type",
            "flow_connection",
            "target",
            object("type", "story", "id", STORY, "name", "Order"),
            "predicates",
            list(
                object(
                    "type",
                    "connection_predicate",
                    "valueGetter",
                    object("type", "session_value", "key", "size"),
                    "condition",
                    object("type", "equals", "expected", "large"))));
    return Stream.of(
        object(
            "type",
            "store_session_value_action",
            "key",
            "size",
            "value",
            "1",
            "add",
            true,
            "isInt",
            true),
        object("type", "set_user_attribute_action", "key", "plan", "value", "gold"),
        object("type", "jump_to_action", "connections", list(arrow), "defaultTarget", TO_STEP),
        object("type", "jump_to_action", "connections", list(), "defaultTarget", none()),
        object(
            "type",
            "create_user_request_action",
            "message",
            "Help",
            "assigneeID",
            "7",
            "groupID",
            "8"));
  }

  private static Stream<Value.Obj> outside() {
    return Stream.of(
        object(
            "type",
            "send_email_action",
            "fromEmail",
            "a@x.example",
            "fromName",
            "A",
            "recipient",
            "b@x.example",
            "subject",
            "Hi",
            "content",
            "Text",
            "replyToEmail",
            "c@x.example",
            "replyToName",
            "C"),
        object(
            "type",
            "send_webhook_request_action",
            "url",
            "https://x.example",
            "description",
            "d",
            "service",
            "custom",
            "fields",
            list(object("type", "webhook_request_field", "key", "k", "value", "v"))),
        object("type", "send_tracking_event_action", "payload", object("en", "x")),
        object(
            "type", "google_custom_search_action", "query", "q", "customEngineID", "e", "limit", 3),
        object(
            "type",
            "create_zendesk_ticket_action",
            "user",
            object("email", "a@x.example"),
            "ticketType",
            "problem",
            "ticketPriority",
            "high",
            "subject",
            "s",
            "description",
            "d",
            "tags",
            list("a"),
            "groupID",
            "1",
            "assigneeID",
            "2"),
        object("type", "assign_intercom_conversation_action", "assigneeID", "12"),
        object("type", "close_intercom_conversation_action"),
        object(
            "type",
            "transfer_iadvize_conversation_action",
            "distribution_rule",
            object("id", "1", "label", "l"),
            "failed_transfer_message",
            "sorry"),
        object("type", "close_iadvize_conversation_action"),
        object(
            "type",
            "send_ai_task_action",
            "engine",
            object("type", "ai_task_engine", "name", "n", "opts", object()),
            "behaviors",
            list(object("type", "ai_task_behavior", "name", "b", "connections", list())),
            "defaultTarget",
            TO_STEP,
            "userAttributes",
            true));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void every_documented_action_reads_and_writes_back_member_for_member(Value.Obj action) {
    for (TextMode mode : TextMode.values()) {
      Action read = ActionForm.read(action, "", mode).orThrow();
      assertThat(writer.write(read)).isEqualTo(action);
      assertThat(writer.write(read).members().keySet())
          .containsExactlyElementsOf(action.members().keySet());
    }
  }

  @Test
  void every_type_of_action_stands_among_the_documented_ones() {
    assertThat(documented().map(action -> action.text("type")).distinct())
        .containsExactlyInAnyOrderElementsOf(ActionForm.actionTypes());
  }

  @Test
  void every_defect_of_a_document_is_found_in_one_pass_with_its_path() {
    Value actions =
        list(
            object("type", "send_text_action", "alternatives", list()),
            object("type", "wait_action", "duration", 9),
            object(
                "type",
                "send_quick_replies_action",
                "message",
                "",
                "buttons",
                list(object("title", "x".repeat(61), "action", object("type", "go_to_action")))),
            object("type", "send_txt_action"),
            "hello");
    assertThat(defects(ActionForm.readAll(actions, "actions", TextMode.LITERAL)))
        .containsExactly(
            "actions[0].alternatives: must have 1..10 items, not 0",
            "actions[1].duration: must be 0.5..7 seconds",
            "actions[2].message: must have 1..500 characters, not 0",
            "actions[2].buttons[0].title: must have 1..60 characters, not 61",
            "actions[2].buttons[0].action.target: is required",
            unknownType(),
            "actions[4]: must be an object, not string");
  }

  private static String unknownType() {
    return "actions[3].type: 'send_txt_action' is not one of "
        + String.join(", ", ActionForm.actionTypes().stream().sorted().toList())
        + "; did you mean 'send_text_action'?";
  }

  private static List<String> defects(Reading<?> reading) {
    return switch (reading) {
      case Reading.Read<?> _ -> List.of();
      case Reading.Refused<?>(var defects) -> defects.stream().map(FormDefect::toString).toList();
    };
  }

  @Test
  void the_text_of_a_webhook_is_never_a_template() {
    Value.Obj say = object("type", "send_text_action", "alternatives", list("{{contact.card}}"));
    Value.Obj mail =
        object("type", "send_email_action", "recipient", "{{x}}", "subject", "", "content", "");

    var said = (Action.Say) ActionForm.read(say, "", TextMode.LITERAL).orThrow();
    var mailed = (Action.Outside) ActionForm.read(mail, "", TextMode.LITERAL).orThrow();

    assertThat(said.alternatives()).containsExactly(Phrase.literal("{{contact.card}}"));
    assertThat(new ActionWriter(_ -> "LEAKED", TargetNames.NONE).expand(mailed).text("recipient"))
        .isEqualTo("{{x}}");
  }

  @Test
  void the_text_of_an_author_is_a_template_and_may_be_given_per_language() {
    Value.Obj say =
        object(
            "type",
            "send_text_action",
            "alternatives",
            list("Hi {{contact.name}}", object("es", "Hola {{size}}", "en", "Hey")));

    var said = (Action.Say) ActionForm.read(say, "", TextMode.AUTHOR).orThrow();

    assertThat(said.alternatives().getFirst().in("en", "es"))
        .isEqualTo(Template.parse("Hi {{contact.name}}"));
    assertThat(said.alternatives().getLast().in("es", "en"))
        .isEqualTo(Template.parse("Hola {{size}}"));
  }

  @Test
  void alternatives_per_language_become_alternatives_in_all_languages() {
    Value.Obj say =
        object(
            "type",
            "send_text_action",
            "alternatives",
            object("es", list("uno", "dos"), "en", list("one")));

    var said = (Action.Say) ActionForm.read(say, "", TextMode.AUTHOR).orThrow();

    assertThat(said.alternatives())
        .extracting(phrase -> phrase.in("es", "").literalText())
        .containsExactly("uno", "dos");
    assertThat(said.alternatives())
        .extracting(phrase -> phrase.in("en", "").literalText())
        .containsExactly("one", "one");
  }

  @Test
  void the_fields_of_an_outside_action_are_filled_in_but_free_objects_keep_their_members() {
    Value.Obj mail =
        object(
            "type",
            "send_email_action",
            "recipient",
            "a@x.example",
            "subject",
            object("es", "Hola", "en", "Hi"),
            "content",
            "for {{size}}");
    Value.Obj track = object("type", "send_tracking_event_action", "payload", object("en", "x"));
    ActionWriter upper =
        new ActionWriter(
            phrase -> phrase.in("en", "").isLiteral() ? phrase.in("en", "").literalText() : "?",
            TargetNames.NONE);

    var mailed = (Action.Outside) ActionForm.read(mail, "", TextMode.AUTHOR).orThrow();
    var tracked = (Action.Outside) ActionForm.read(track, "", TextMode.AUTHOR).orThrow();

    assertThat(upper.expand(mailed).text("subject")).isEqualTo("Hi");
    assertThat(upper.expand(mailed).text("content")).isEqualTo("?");
    assertThat(upper.expand(tracked)).isEqualTo(object("payload", object("en", "x")));
  }

  @Test
  void an_author_is_told_about_unknown_members_and_a_webhook_is_not() {
    Value.Obj action = object("type", "wait_action", "durration", 2);

    assertThat(defects(ActionForm.read(action, "do[0]", TextMode.AUTHOR)))
        .containsExactly("do[0].durration: is not known here; did you mean 'duration'?");
    assertThat(ActionForm.read(action, "", TextMode.LITERAL))
        .isEqualTo(new Reading.Read<>(new Action.Wait(new java.math.BigDecimal("2"))));
  }

  @Test
  void the_wider_of_the_two_documented_limits_holds_at_its_edge() {
    assertThat(defects(quickReply("x".repeat(60)))).isEmpty();
    assertThat(defects(quickReply("x".repeat(61)))).hasSize(1);
    assertThat(defects(attribute("plan", "😀".repeat(2_000)))).isEmpty();
    assertThat(defects(attribute("plan", "x".repeat(2_001)))).hasSize(1);
    assertThat(defects(attribute("ID", "x"))).containsExactly("key: must not be 'id'");
    assertThat(defects(attribute("a b", "x")))
        .containsExactly("key: must consist of letters, digits and underscores");
    assertThat(defects(cards(25))).isEmpty();
    assertThat(defects(cards(26))).containsExactly("cards: must have 1..25 items, not 26");
  }

  private static Reading<Action> quickReply(String title) {
    return ActionForm.read(
        object(
            "type",
            "send_quick_replies_action",
            "message",
            "m",
            "buttons",
            list(object("title", title, "action", object("type", "share_action")))),
        "",
        TextMode.LITERAL);
  }

  private static Reading<Action> attribute(String key, String value) {
    return ActionForm.read(
        object("type", "set_user_attribute_action", "key", key, "value", value),
        "",
        TextMode.LITERAL);
  }

  private static Reading<Action> cards(int count) {
    Object[] cards = new Object[count];
    java.util.Arrays.fill(cards, object("type", "card", "title", "t"));
    return ActionForm.read(
        object("type", "send_cards_action", "cards", list(cards)), "", TextMode.LITERAL);
  }

  @Test
  void absent_null_and_empty_are_the_same_for_what_is_optional() {
    Value.Obj card =
        object(
            "type",
            "card",
            "title",
            "t",
            "subtitle",
            none(),
            "imageURL",
            "",
            "url",
            "",
            "buttons",
            none());
    var read =
        (Action.SendCards)
            ActionForm.read(
                    object("type", "send_cards_action", "cards", list(card)), "", TextMode.LITERAL)
                .orThrow();

    assertThat(read.cards())
        .containsExactly(new Action.Card(Phrase.literal("t"), null, null, null, List.of()));
  }

  @Test
  void several_sections_of_a_list_need_titles() {
    Value.Obj section =
        object("type", "section", "choices", list(object("type", "choice", "title", "a")));
    Value.Obj action =
        object(
            "type",
            "send_choices_list_action",
            "placeholder",
            "p",
            "sections",
            list(section, section),
            "action",
            GO_TO);

    assertThat(defects(ActionForm.read(action, "", TextMode.LITERAL)))
        .containsExactly(
            "sections[0].title: is required where there are several sections",
            "sections[1].title: is required where there are several sections");
  }

  @Test
  void a_target_is_named_by_24_hex_digits() {
    Value.Obj target = object("type", "step", "id", STEP.toUpperCase(java.util.Locale.ROOT));
    assertThat(ActionForm.readTarget(target, "", TextMode.LITERAL))
        .isEqualTo(new Reading.Read<>(new Target.ToStep(STEP)));
    assertThat(
            defects(
                ActionForm.readTarget(object("type", "step", "id", "abc"), "t", TextMode.LITERAL)))
        .containsExactly("t.id: must be 24 hex digits");
    assertThat(
            defects(
                ActionForm.readTarget(object("type", "block", "id", STEP), "t", TextMode.LITERAL)))
        .containsExactly("t.type: 'block' is not one of end, step, story");
  }

  @Test
  void every_click_reads_and_writes_back() {
    for (Value.Obj click :
        List.of(
            GO_TO,
            object("type", "open_url_action", "url", "https://x.example"),
            object("type", "share_action"),
            object("type", "legacy_reply_to_message_action", "message", "yes"),
            object(
                "type",
                "legacy_reply_to_message_action",
                "message",
                "yes",
                "attachments",
                list(object("name", "a", "url", "https://x.example/a"))),
            object(
                "type",
                "customer_satisfaction_callback_action",
                "target",
                none(),
                "kind",
                "neutral"))) {
      ButtonAction read = ActionForm.readButtonAction(click, "", TextMode.LITERAL).orThrow();
      assertThat(writer.write(read)).isEqualTo(click);
    }
  }
}
