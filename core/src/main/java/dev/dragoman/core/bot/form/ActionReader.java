package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads actions (contract clustaar §4.1). Where the older and the newer limit differ, the wider.
final class ActionReader {
  private static final BigDecimal SHORTEST_WAIT = new BigDecimal("0.5");
  private static final BigDecimal LONGEST_WAIT = new BigDecimal("7");
  private static final BigDecimal USUAL_WAIT = new BigDecimal("2");

  /// The actions this class reads itself; the others are [OutsideForm]'s.
  private static final Set<String> OWN =
      Set.of(
          "send_text_action",
          "send_image_action",
          "send_quick_replies_action",
          "send_cards_action",
          "send_simple_cards_action",
          "send_choices_list_action",
          "send_user_input_action",
          "ask_location_action",
          "send_template_action",
          "wait_action",
          "send_js_event_action",
          "customer_satisfaction_action",
          "pause_bot_action",
          "store_session_value_action",
          "set_user_attribute_action",
          "jump_to_action",
          "create_user_request_action",
          "hand_over_action");

  static final Set<String> TYPES =
      Stream.concat(OWN.stream(), OutsideForm.KINDS.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  private ActionReader() {}

  static @Nullable Action read(Form form) {
    String type = form.type(null);
    if (type.isEmpty()) {
      return null;
    }
    if (!TYPES.contains(type)) {
      form.refuse("type", Texts.notAmong(type, TYPES));
      return null;
    }
    Action action = OWN.contains(type) ? own(form, type) : OutsideForm.read(form, type);
    form.close();
    return action;
  }

  private static Action own(Form form, String type) {
    return switch (type) {
      case "send_text_action" -> say(form);
      case "send_image_action" ->
          new Action.SendImage(
              Texts.address(form, "imageURL"), Texts.optionalPhrase(form, "alt", Bounds.upTo(500)));
      case "send_quick_replies_action" ->
          new Action.QuickReplies(
              Texts.phrase(form, "message", Bounds.MESSAGE),
              form.forms("buttons", Bounds.oneTo(11), ButtonForm::quickReply));
      case "send_cards_action" ->
          new Action.SendCards(form.forms("cards", Bounds.oneTo(25), CardForm::card), false);
      case "send_simple_cards_action" ->
          new Action.SendCards(form.forms("cards", Bounds.oneTo(25), CardForm::simpleCard), true);
      case "send_choices_list_action" -> CardForm.choicesList(form);
      case "customer_satisfaction_action" -> CardForm.satisfaction(form);
      case "send_user_input_action" -> userInput(form);
      case "ask_location_action" ->
          new Action.AskLocation(
              Texts.phrase(form, "message", Bounds.MESSAGE), ButtonForm.goTo(form, "action"));
      case "send_template_action" -> template(form);
      case "wait_action" -> waiting(form);
      case "send_js_event_action" ->
          new Action.JsEvent(
              Texts.text(form, "event", Bounds.oneTo(200)).strip(), form.object("payload"));
      default -> effect(form, type);
    };
  }

  private static Action effect(Form form, String type) {
    return switch (type) {
      case "store_session_value_action" ->
          new Action.StoreValue(
              Texts.key(form, "key"),
              Texts.phrase(form, "value", Bounds.oneTo(200)),
              arithmetic(form));
      case "set_user_attribute_action" ->
          new Action.SetAttribute(
              attributeKey(form),
              Texts.phrase(form, "value", Bounds.oneTo(2_000)),
              arithmetic(form));
      case "jump_to_action" ->
          new Action.JumpTo(
              TargetForm.arrows(form, "connections", Bounds.upTo(10)),
              TargetForm.optional(form, "defaultTarget"));
      case "create_user_request_action" ->
          new Action.UserRequest(
              Texts.phrase(form, "message", Bounds.oneTo(1_000)),
              Texts.optionalText(form, "assigneeID", Bounds.upTo(100)),
              Texts.optionalText(form, "groupID", Bounds.upTo(100)));
      case "hand_over_action" ->
          new Action.HandOver(
              Texts.optionalText(form, "group", Bounds.oneTo(100)),
              Texts.optionalPhrase(form, "closed", Bounds.MESSAGE));
      default -> new Action.PauseBot();
    };
  }

  private static Action say(Form form) {
    List<Phrase> alternatives =
        form.byAuthor() && form.get("alternatives") instanceof Value.Obj
            ? byLanguage(form)
            : Texts.phrases(form, "alternatives", Bounds.oneTo(10), Bounds.MESSAGE);
    form.get("text");
    return new Action.Say(alternatives, null);
  }

  /// `{es: [a, b], en: [c]}`: the alternatives of each language; a short list starts over.
  private static List<Phrase> byLanguage(Form form) {
    Form languages = form.child("alternatives");
    var lists = new LinkedHashMap<String, List<Phrase>>();
    if (form.get("alternatives") instanceof Value.Obj(var members)) {
      for (String language : members.keySet()) {
        if (!Texts.isLanguage(language)) {
          languages.refuse(language, "is not a language code such as 'en'");
        }
        lists.put(language, Texts.phrases(languages, language, Bounds.oneTo(10), Bounds.MESSAGE));
      }
    }
    return Translations.join(lists);
  }

  private static Action template(Form form) {
    String name = Texts.text(form, "name", Bounds.oneTo(512));
    String language = Texts.text(form, "language", Bounds.oneTo(15));
    Phrase header = Texts.optionalPhrase(form, "header", Bounds.upTo(500));
    List<Phrase> body =
        form.get("body") == null
            ? List.of()
            : Texts.phrases(form, "body", Bounds.upTo(50), Bounds.upTo(500));
    return new Action.SendTemplate(
        name, language, header, body, Texts.phrase(form, "text", Bounds.oneTo(1_024)));
  }

  private static Action userInput(Form form) {
    Phrase text = Texts.phrase(form, "text", Bounds.MESSAGE);
    String kind = Texts.text(form, "kind", Bounds.oneTo(100));
    boolean required = form.flag("required");
    String key = Texts.text(form, "key", Bounds.KEY);
    if (!key.codePoints().allMatch(c -> c == '_' || c == ' ' || Character.isLetterOrDigit(c))) {
      form.refuse("key", "must consist of letters, digits, underscores and spaces");
    }
    return new Action.AskUserInput(text, kind, required, key);
  }

  private static Action waiting(Form form) {
    BigDecimal seconds = Texts.optionalNumber(form, "duration");
    if (seconds == null) {
      return new Action.Wait(USUAL_WAIT);
    }
    if (seconds.compareTo(SHORTEST_WAIT) < 0 || seconds.compareTo(LONGEST_WAIT) > 0) {
      form.refuse("duration", "must be 0.5..7 seconds");
    }
    return new Action.Wait(seconds);
  }

  private static String attributeKey(Form form) {
    String key = Texts.key(form, "key");
    if (key.equalsIgnoreCase("id")) {
      form.refuse("key", "must not be 'id'");
    }
    return key;
  }

  private static Action.Arithmetic arithmetic(Form form) {
    return new Action.Arithmetic(form.flag("add"), form.flag("isInt"));
  }
}
