package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.shape.ActionShapes;
import dev.dragoman.server.botfile.shape.Shape;
import dev.dragoman.server.botfile.yaml.Doc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes out the verbs whose body is a mapping of its own.
final class LongVerbs {
  private final Scope scope;

  LongVerbs(Scope scope) {
    this.scope = scope;
  }

  @Nullable Doc written(String verb, Doc body) {
    return switch (verb) {
      case "quick" -> quick(body);
      case "cards" -> cards(body, false);
      case "simple-cards" -> cards(body, true);
      case "choices" -> choices(body);
      case "input" -> input(body);
      case "location" -> location(body);
      case "template" -> template(body);
      case "email" -> email(body);
      case "survey" -> survey(body);
      case "call" -> call(body);
      case "search" -> search(body);
      case "ticket" -> ticket(body);
      case "iadvize-transfer" -> transfer(body);
      default -> throw new IllegalStateException("a verb without writer: " + verb);
    };
  }

  private @Nullable Section open(Doc body, Shape shape) {
    return Section.open(body, shape, scope.report());
  }

  private @Nullable Doc quick(Doc body) {
    Section section = open(body, ActionShapes.QUICK);
    return section == null
        ? null
        : Wire.typed(body.place(), "send_quick_replies_action")
            .put("message", section.get("text"))
            .put("buttons", new Buttons(scope).all(section.get("buttons"), "quick_reply"))
            .build();
  }

  private Doc cards(Doc body, boolean simple) {
    List<Doc> cards = new ArrayList<>();
    if (body instanceof Doc.Items items) {
      items.items().forEach(item -> add(cards, card(item, simple)));
    } else {
      scope.report().add(body.place(), "wrong-kind", "must be a list of cards");
    }
    String type = simple ? "send_simple_cards_action" : "send_cards_action";
    return Wire.typed(body.place(), type).put("cards", Wire.list(body.place(), cards)).build();
  }

  private static void add(List<Doc> list, @Nullable Doc doc) {
    if (doc != null) {
      list.add(doc);
    }
  }

  private @Nullable Doc card(Doc item, boolean simple) {
    if (item instanceof Doc.Entries full && full.has("type")) {
      return new FullForm(scope).references(full);
    }
    Section section = open(item, ActionShapes.CARD);
    if (section == null) {
      return null;
    }
    Wire card = Wire.typed(item.place(), simple ? "simple_card" : "card");
    card.put("title", section.get("title")).put("subtitle", section.get("subtitle"));
    Doc image = section.get("image");
    if (image != null && Verbs.isPicture(image)) {
      Section picture = open(image, ActionShapes.PICTURE);
      if (picture != null) {
        card.put("imageURL", picture.get("url")).put("alt", picture.get("alt"));
      }
    } else {
      card.put("imageURL", image);
    }
    String button = simple ? "open_url_button" : "button";
    return card.put("url", section.get("url"))
        .put("buttons", new Buttons(scope).all(section.get("buttons"), button))
        .build();
  }

  private @Nullable Doc choices(Doc body) {
    Section section = open(body, ActionShapes.CHOICES);
    if (section == null) {
      return null;
    }
    if (section.has("sections") == section.has("choices")) {
      scope.report().add(body.place(), "one-list", "needs either 'sections' or 'choices'");
    }
    return Wire.typed(body.place(), "send_choices_list_action")
        .put("message", section.get("text"))
        .put("placeholder", section.get("placeholder"))
        .put("sections", sections(section))
        .put("action", goTo(section))
        .build();
  }

  private @Nullable Doc goTo(Section section) {
    Doc go = section.get("go");
    return go == null ? null : new Buttons(scope).goTo(go, section.get("set"));
  }

  private Doc sections(Section section) {
    List<Doc> sections = new ArrayList<>();
    Doc single = section.get("choices");
    if (single != null) {
      sections.add(
          Wire.typed(single.place(), "section").put("choices", choiceList(single)).build());
    }
    Doc several = section.get("sections");
    if (several instanceof Doc.Items items) {
      for (Doc item : items.items()) {
        Section part = open(item, ActionShapes.SECTION);
        if (part != null) {
          sections.add(
              Wire.typed(item.place(), "section")
                  .put("title", part.get("title"))
                  .put("choices", choiceList(part.get("choices")))
                  .build());
        }
      }
    } else if (several != null) {
      scope.report().add(several.place(), "wrong-kind", "must be a list of sections");
    }
    return Wire.list(section.place(), sections);
  }

  private @Nullable Doc choiceList(@Nullable Doc doc) {
    if (!(doc instanceof Doc.Items items)) {
      return doc;
    }
    List<Doc> choices = new ArrayList<>();
    items.items().forEach(item -> add(choices, choice(item)));
    return Wire.list(doc.place(), choices);
  }

  private @Nullable Doc choice(Doc item) {
    if (item instanceof Doc.Scalar) {
      return Wire.typed(item.place(), "choice").put("title", Wire.asText(item)).build();
    }
    Section section = open(item, ActionShapes.CHOICE);
    return section == null
        ? null
        : Wire.typed(item.place(), "choice")
            .put("title", section.get("title"))
            .put("imageUrl", section.get("image"))
            .put("sessionValues", section.get("set"))
            .build();
  }

  private @Nullable Doc input(Doc body) {
    Section section = open(body, ActionShapes.INPUT);
    return section == null
        ? null
        : Wire.typed(body.place(), "send_user_input_action")
            .put("text", section.get("text"))
            .put("kind", section.get("kind"))
            .put("required", section.get("required"))
            .put("key", Wire.asText(section.get("save")))
            .build();
  }

  private @Nullable Doc location(Doc body) {
    Section section = open(body, ActionShapes.LOCATION);
    return section == null
        ? null
        : Wire.typed(body.place(), "ask_location_action")
            .put("message", section.get("text"))
            .put("action", goTo(section))
            .build();
  }

  private @Nullable Doc template(Doc body) {
    Section section = open(body, ActionShapes.TEMPLATE);
    return section == null
        ? null
        : Wire.typed(body.place(), "send_template_action")
            .put("name", section.get("name"))
            .put("language", section.get("language"))
            .put("header", section.get("header"))
            .put("body", section.get("body"))
            .put("text", section.get("text"))
            .build();
  }

  private @Nullable Doc email(Doc body) {
    Section section = open(body, ActionShapes.EMAIL);
    return section == null
        ? null
        : Wire.typed(body.place(), "send_email_action")
            .put("fromEmail", section.get("from"))
            .put("fromName", section.get("from-name"))
            .put("recipient", section.get("to"))
            .put("subject", section.get("subject"))
            .put("content", section.get("text"))
            .put("replyToEmail", section.get("reply-to"))
            .put("replyToName", section.get("reply-to-name"))
            .build();
  }

  private @Nullable Doc survey(Doc body) {
    Section section = open(body, ActionShapes.SURVEY);
    if (section == null) {
      return null;
    }
    List<Doc> choices = new ArrayList<>();
    for (String kind : List.of("positive", "neutral", "negative")) {
      Doc face = section.get(kind);
      if (face != null) {
        add(choices, face(kind, face));
      }
    }
    return Wire.typed(body.place(), "customer_satisfaction_action")
        .put("message", section.get("text"))
        .put("choices", Wire.list(body.place(), choices))
        .build();
  }

  private @Nullable Doc face(String kind, Doc body) {
    Wire face = Wire.typed(body.place(), "customer_satisfaction_choice").put("kind", kind);
    if (!Verbs.isMappingOf(body, ActionShapes.FACE)) {
      return face.put("label", body).build();
    }
    Section section = open(body, ActionShapes.FACE);
    return section == null
        ? null
        : face.put("target", scope.target(section.get("go")))
            .put("label", section.get("label"))
            .put("matchingIntent", scope.intent(section.get("intent")))
            .build();
  }

  private @Nullable Doc call(Doc body) {
    Wire call = Wire.typed(body.place(), "send_webhook_request_action");
    if (body instanceof Doc.Scalar) {
      return call.put("url", Wire.asText(body)).put("service", "custom").build();
    }
    Section section = open(body, ActionShapes.CALL);
    if (section == null) {
      return null;
    }
    List<Doc> fields = new ArrayList<>();
    section.each(
        "fields",
        (key, entry) ->
            fields.add(
                Wire.typed(entry.value().place(), "webhook_request_field")
                    .put("key", Wire.text(entry.keyPlace(), key))
                    .put("value", entry.value())
                    .build()));
    return call.put("url", section.get("url"))
        .put("description", section.get("description"))
        .put("service", section.text("service", "custom"))
        .put("fields", Wire.list(body.place(), fields))
        .build();
  }

  private @Nullable Doc search(Doc body) {
    Section section = open(body, ActionShapes.SEARCH);
    return section == null
        ? null
        : Wire.typed(body.place(), "google_custom_search_action")
            .put("query", section.get("query"))
            .put("customEngineID", Wire.asText(section.get("engine")))
            .put("limit", section.get("limit"))
            .build();
  }

  private @Nullable Doc ticket(Doc body) {
    Section section = open(body, ActionShapes.TICKET);
    if (section == null) {
      return null;
    }
    Doc user =
        Wire.at(body.place())
            .put("email", section.get("email"))
            .put("name", section.get("name"))
            .put("phoneNumber", section.get("phone"))
            .build();
    return Wire.typed(body.place(), "create_zendesk_ticket_action")
        .put("user", user)
        .put("ticketType", section.get("kind"))
        .put("ticketPriority", section.get("priority"))
        .put("subject", section.get("subject"))
        .put("description", section.get("text"))
        .put("tags", section.get("tags"))
        .put("groupID", Wire.asText(section.get("group")))
        .put("assigneeID", Wire.asText(section.get("assignee")))
        .build();
  }

  private @Nullable Doc transfer(Doc body) {
    Section section = open(body, ActionShapes.TRANSFER);
    if (section == null) {
      return null;
    }
    Doc rule =
        Wire.at(body.place())
            .put("id", Wire.asText(section.get("rule")))
            .put("label", section.get("label"))
            .build();
    return Wire.typed(body.place(), "transfer_iadvize_conversation_action")
        .put("distribution_rule", rule)
        .put("failed_transfer_message", section.get("failed"))
        .build();
  }
}
