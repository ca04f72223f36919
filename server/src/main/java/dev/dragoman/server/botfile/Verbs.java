package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.shape.ActionShapes;
import dev.dragoman.server.botfile.shape.Shape;
import dev.dragoman.server.botfile.yaml.Doc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes out the short forms of actions; the longer ones are left to [LongVerbs].
final class Verbs {
  private final Scope scope;
  private final LongVerbs longer;

  Verbs(Scope scope) {
    this.scope = scope;
    this.longer = new LongVerbs(scope);
  }

  /// The written actions of `say` and then `do`.
  List<Doc> all(@Nullable Doc say, @Nullable Doc actions) {
    List<Doc> written = new ArrayList<>();
    if (say != null) {
      written.add(say(say));
    }
    switch (actions) {
      case null -> {}
      case Doc.Items items -> items.items().forEach(item -> written.addAll(one(item)));
      case Doc other -> written.addAll(one(other));
    }
    return written;
  }

  private List<Doc> one(Doc item) {
    if (item instanceof Doc.Scalar) {
      return List.of(say(item));
    }
    if (item instanceof Doc.Entries full && full.has("type")) {
      return List.of(new FullForm(scope).references(full));
    }
    Section section = Section.open(item, ActionShapes.ACTION, scope.report());
    if (section == null) {
      return List.of();
    }
    if (section.doc().entries().size() != 1) {
      scope.report().add(item.place(), "one-verb", "an action is a mapping with exactly one verb");
      return List.of();
    }
    String verb = section.doc().entries().keySet().iterator().next();
    Doc body = section.doc().get(verb);
    if (body == null || !ActionShapes.ACTION.keys().containsKey(verb)) {
      return List.of();
    }
    if (body.isNothing()) {
      scope.report().add(body.place(), "missing-value", "'" + verb + "' needs a value");
      return List.of();
    }
    return written(verb, body);
  }

  private List<Doc> written(String verb, Doc body) {
    return switch (verb) {
      case "say" -> List.of(say(body));
      case "image" -> List.of(image(body));
      case "wait" -> List.of(Wire.typed(body.place(), "wait_action").put("duration", body).build());
      case "event" -> some(event(body));
      case "track" ->
          List.of(
              Wire.typed(body.place(), "send_tracking_event_action").put("payload", body).build());
      case "set" -> store(body, "store_session_value_action", false);
      case "add" -> store(body, "store_session_value_action", true);
      case "attribute" -> store(body, "set_user_attribute_action", false);
      case "add-attribute" -> store(body, "set_user_attribute_action", true);
      case "jump" -> some(jump(body));
      case "pause" -> flag(body, "pause_bot_action");
      case "request" -> some(request(body));
      case "hand-over" -> handOver(body);
      case "intercom-close" -> flag(body, "close_intercom_conversation_action");
      case "iadvize-close" -> flag(body, "close_iadvize_conversation_action");
      case "intercom-assign" ->
          List.of(
              Wire.typed(body.place(), "assign_intercom_conversation_action")
                  .put("assigneeID", Wire.asText(body))
                  .build());
      default -> some(longer.written(verb, body));
    };
  }

  private static List<Doc> some(@Nullable Doc doc) {
    return doc == null ? List.of() : List.of(doc);
  }

  /// A text, several to draw from, or either of them per language.
  static Doc say(Doc body) {
    Doc alternatives =
        switch (body) {
          case Doc.Items items -> items;
          case Doc.Entries byLanguage when isPerLanguage(byLanguage) -> lists(byLanguage);
          case Doc.Entries one -> Wire.list(body.place(), List.of(one));
          case Doc.Scalar one -> Wire.list(body.place(), List.of(one));
        };
    return Wire.typed(body.place(), "send_text_action").put("alternatives", alternatives).build();
  }

  /// `{es: [a, b], en: c}`; a mapping with single texts is one alternative in several languages.
  private static boolean isPerLanguage(Doc.Entries byLanguage) {
    return byLanguage.entries().values().stream()
        .anyMatch(entry -> entry.value() instanceof Doc.Items);
  }

  private static Doc lists(Doc.Entries byLanguage) {
    Wire lists = Wire.at(byLanguage.place());
    byLanguage
        .entries()
        .forEach(
            (language, entry) -> {
              Doc value = entry.value();
              lists.put(
                  language,
                  value instanceof Doc.Items ? value : Wire.list(value.place(), List.of(value)));
            });
    return lists.build();
  }

  private Doc image(Doc body) {
    Wire image = Wire.typed(body.place(), "send_image_action");
    if (isPicture(body)) {
      Section section = Section.open(body, ActionShapes.PICTURE, scope.report());
      return section == null
          ? image.build()
          : image.put("imageURL", section.get("url")).put("alt", section.get("alt")).build();
    }
    return image.put("imageURL", body).build();
  }

  /// A mapping with an address, and not an address per language.
  static boolean isPicture(Doc body) {
    return body instanceof Doc.Entries entries
        && (entries.has("url")
            || !entries.entries().keySet().stream().allMatch(Scalars::isLanguage));
  }

  private @Nullable Doc event(Doc body) {
    Wire event = Wire.typed(body.place(), "send_js_event_action");
    if (body instanceof Doc.Scalar) {
      return event.put("event", Wire.asText(body)).build();
    }
    Section section = Section.open(body, ActionShapes.EVENT, scope.report());
    return section == null
        ? null
        : event
            .put("event", Wire.asText(section.get("name")))
            .put("payload", section.get("payload"))
            .build();
  }

  private List<Doc> store(Doc body, String type, boolean add) {
    if (!(body instanceof Doc.Entries values)) {
      scope.report().add(body.place(), "wrong-kind", "must map names to values");
      return List.of();
    }
    List<Doc> actions = new ArrayList<>();
    values.entries().forEach((key, entry) -> actions.add(stored(type, key, entry, add)));
    return actions;
  }

  private static Doc stored(String type, String key, Doc.Entry entry, boolean add) {
    Wire action =
        Wire.typed(entry.value().place(), type)
            .put("key", Wire.text(entry.keyPlace(), key))
            .put("value", entry.value());
    if (add) {
      action.put("add", true);
      if (entry.value() instanceof Doc.Scalar scalar && isWhole(scalar.text())) {
        action.put("isInt", true);
      }
    }
    return action.build();
  }

  private static boolean isWhole(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private @Nullable Doc jump(Doc body) {
    Wire jump = Wire.typed(body.place(), "jump_to_action");
    if (body instanceof Doc.Scalar) {
      return jump.put("connections", Wire.list(body.place(), List.of()))
          .put("defaultTarget", scope.target(body))
          .build();
    }
    Section section = Section.open(body, ActionShapes.JUMP, scope.report());
    return section == null
        ? null
        : jump.put(
                "connections", Wire.list(body.place(), new Arrows(scope).all(section.get("next"))))
            .put("defaultTarget", scope.target(section.get("else")))
            .build();
  }

  private List<Doc> flag(Doc body, String type) {
    if (!(body instanceof Doc.Scalar scalar && scalar.text().equals("true"))) {
      scope.report().add(body.place(), "wrong-kind", "can only be true");
    }
    return List.of(Wire.typed(body.place(), type).build());
  }

  private @Nullable Doc request(Doc body) {
    Wire request = Wire.typed(body.place(), "create_user_request_action");
    if (!isMappingOf(body, ActionShapes.REQUEST)) {
      return request.put("message", body).build();
    }
    Section section = Section.open(body, ActionShapes.REQUEST, scope.report());
    return section == null
        ? null
        : request
            .put("message", section.get("text"))
            .put("assigneeID", Wire.asText(section.get("assignee")))
            .put("groupID", Wire.asText(section.get("group")))
            .build();
  }

  /// A request that the team finds, and a room in which it answers.
  private List<Doc> handOver(Doc body) {
    Wire request = Wire.typed(body.place(), "create_user_request_action");
    Wire room = Wire.typed(body.place(), "hand_over_action");
    if (!isMappingOf(body, ActionShapes.HAND_OVER)) {
      return List.of(request.put("message", body).build(), room.build());
    }
    Section section = Section.open(body, ActionShapes.HAND_OVER, scope.report());
    if (section == null) {
      return List.of();
    }
    Doc group = Wire.asText(section.get("group"));
    return List.of(
        request
            .put("message", section.get("text"))
            .put("assigneeID", Wire.asText(section.get("assignee")))
            .put("groupID", group)
            .build(),
        room.put("group", group).put("closed", section.get("closed")).build());
  }

  /// A mapping, but not one from languages to texts.
  static boolean isMappingOf(Doc body, Shape shape) {
    return body instanceof Doc.Entries entries
        && (entries.entries().keySet().stream().anyMatch(shape.keys()::containsKey)
            || !entries.entries().keySet().stream().allMatch(Scalars::isLanguage));
  }
}
