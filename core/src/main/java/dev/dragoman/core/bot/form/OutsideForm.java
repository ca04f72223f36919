package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Action.OutsideKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the actions that other systems carry out: checks every field, keeps them as written.
final class OutsideForm {
  static final Map<String, OutsideKind> KINDS =
      Arrays.stream(OutsideKind.values())
          .collect(Collectors.toUnmodifiableMap(OutsideKind::written, Function.identity()));

  private static final Set<String> SERVICES = Set.of("custom", "zapier");
  private static final Set<String> TICKET_TYPES =
      Set.of("question", "incident", "problem", "task", "");
  private static final Set<String> PRIORITIES = Set.of("urgent", "high", "normal", "low", "");

  private OutsideForm() {}

  static Action read(Form form, String type) {
    OutsideKind kind = KINDS.getOrDefault(type, OutsideKind.TRACKING_EVENT);
    switch (kind) {
      case EMAIL -> email(form);
      case WEBHOOK_REQUEST -> webhookRequest(form);
      case TRACKING_EVENT -> trackingEvent(form);
      case CUSTOM_SEARCH -> customSearch(form);
      case ZENDESK_TICKET -> zendeskTicket(form);
      case INTERCOM_ASSIGN -> digits(form, "assigneeID", 100);
      case IADVIZE_TRANSFER -> iadvizeTransfer(form);
      case AI_TASK -> aiTask(form);
      case INTERCOM_CLOSE, IADVIZE_CLOSE -> {}
    }
    return new Action.Outside(kind, form.given(), !form.byAuthor());
  }

  private static void email(Form form) {
    Texts.optionalPhrase(form, "fromEmail", Bounds.upTo(150));
    Texts.optionalPhrase(form, "fromName", Bounds.upTo(50));
    Texts.phrase(form, "recipient", Bounds.upTo(150));
    Texts.phrase(form, "subject", Bounds.upTo(150));
    Texts.phrase(form, "content", Bounds.upTo(1_500));
    Texts.optionalPhrase(form, "replyToEmail", Bounds.upTo(150));
    Texts.optionalPhrase(form, "replyToName", Bounds.upTo(50));
  }

  private static void webhookRequest(Form form) {
    Texts.phrase(form, "url", Bounds.ADDRESS);
    Texts.optionalPhrase(form, "description", Bounds.upTo(500));
    if (form.get("service") != null) {
      Texts.oneOf(form, "service", SERVICES);
    }
    form.forms("fields", Bounds.upTo(100), OutsideForm::webhookField);
  }

  private static String webhookField(Form form) {
    form.constant("webhook_request_field");
    String key = Texts.key(form, "key");
    Texts.phrase(form, "value", Bounds.oneTo(2_048));
    form.close();
    return key;
  }

  private static void trackingEvent(Form form) {
    form.need("payload");
    form.object("payload");
  }

  private static void customSearch(Form form) {
    Texts.phrase(form, "query", Bounds.oneTo(2_048));
    Texts.text(form, "customEngineID", Bounds.oneTo(1_000));
    BigDecimal limit = Texts.number(form, "limit");
    boolean whole = limit.stripTrailingZeros().scale() <= 0;
    if (form.get("limit") != null
        && (!whole || limit.compareTo(BigDecimal.ONE) < 0 || limit.compareTo(BigDecimal.TEN) > 0)) {
      form.refuse("limit", "must be a whole number 1..10");
    }
  }

  private static void zendeskTicket(Form form) {
    Form user = form.child("user");
    Texts.optionalPhrase(user, "email", Bounds.upTo(100));
    Texts.optionalPhrase(user, "name", Bounds.upTo(100));
    Texts.optionalPhrase(user, "phoneNumber", Bounds.upTo(1_000));
    user.close();
    optionalOneOf(form, "ticketType", TICKET_TYPES);
    optionalOneOf(form, "ticketPriority", PRIORITIES);
    Texts.optionalPhrase(form, "subject", Bounds.upTo(100));
    Texts.phrase(form, "description", Bounds.oneTo(1_500));
    Texts.phrases(form, "tags", Bounds.upTo(10), Bounds.upTo(80));
    digits(form, "groupID", 24);
    digits(form, "assigneeID", 24);
  }

  private static void optionalOneOf(Form form, String name, Set<String> allowed) {
    if (form.get(name) != null) {
      Texts.oneOf(form, name, allowed);
    }
  }

  private static void digits(Form form, String name, int most) {
    String text = Texts.optionalText(form, name, Bounds.upTo(most));
    if (text != null && !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      form.refuse(name, "must consist of digits");
    }
  }

  private static void iadvizeTransfer(Form form) {
    Form rule = form.child("distribution_rule");
    Texts.text(rule, "id", Bounds.oneTo(1_000));
    Texts.optionalText(rule, "label", Bounds.upTo(1_000));
    rule.close();
    Texts.optionalPhrase(form, "failed_transfer_message", Bounds.upTo(1_000));
  }

  private static void aiTask(Form form) {
    Form engine = form.child("engine");
    engine.constant("ai_task_engine");
    Texts.text(engine, "name", Bounds.oneTo(1_000));
    engine.object("opts");
    engine.close();
    form.forms("behaviors", Bounds.upTo(100), OutsideForm::behavior);
    TargetForm.optional(form, "defaultTarget");
    TargetForm.optional(form, "selectTarget");
    form.flag("userAttributes");
  }

  private static String behavior(Form form) {
    form.constant("ai_task_behavior");
    String name = Texts.text(form, "name", Bounds.oneTo(1_000));
    TargetForm.arrows(form, "connections", Bounds.upTo(10));
    form.close();
    return name;
  }
}
