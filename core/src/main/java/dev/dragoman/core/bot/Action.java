package dev.dragoman.core.bot;

import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a step does (contract clustaar §4.1). The written form is [ActionForm].
///
/// [Visible] ones reach the contact; [Effect]s are carried out by the decision and leave the reply;
/// [Outside] ones become typed events that workers carry out later.
public sealed interface Action {
  /// What a contact (or the page around the chat) gets.
  sealed interface Visible extends Action {}

  /// What changes the conversation, the contact or the way through the story.
  sealed interface Effect extends Action {}

  /// One of the texts, drawn by chance. In a reply `chosen` is the text that was drawn.
  record Say(List<Phrase> alternatives, @Nullable String chosen) implements Visible {
    /// Copies the list.
    public Say {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A picture.
  record SendImage(Phrase url, @Nullable Phrase alt) implements Visible {}

  /// A text with buttons under it.
  record QuickReplies(Phrase message, List<Button> buttons) implements Visible {
    /// Copies the list.
    public QuickReplies {
      buttons = List.copyOf(buttons);
    }
  }

  /// A row of cards; `simple` is the reduced form whose buttons only open addresses.
  record SendCards(List<Card> cards, boolean simple) implements Visible {
    /// Copies the list.
    public SendCards {
      cards = List.copyOf(cards);
    }
  }

  /// One card of a row.
  record Card(
      Phrase title,
      @Nullable Phrase subtitle,
      @Nullable Picture image,
      @Nullable Phrase url,
      List<Button> buttons) {
    /// Copies the list.
    public Card {
      buttons = List.copyOf(buttons);
    }
  }

  /// A picture of a card.
  record Picture(Phrase url, @Nullable Phrase alt) {}

  /// A button and what a click on it does.
  record Button(Phrase title, ButtonAction action) {}

  /// A longer list to choose from, in sections; the choice runs `go` with the choice's values.
  record ChoicesList(
      @Nullable Phrase message, Phrase placeholder, List<Section> sections, ButtonAction.GoTo go)
      implements Visible {
    /// Copies the list.
    public ChoicesList {
      sections = List.copyOf(sections);
    }
  }

  /// A titled part of a list.
  record Section(@Nullable Phrase title, List<Choice> choices) {
    /// Copies the list.
    public Section {
      choices = List.copyOf(choices);
    }
  }

  /// One row of a section.
  record Choice(Phrase title, @Nullable Phrase imageUrl, Value.@Nullable Obj sessionValues) {}

  /// Asks the client for a typed value kept under `key`.
  record AskUserInput(Phrase text, String kind, boolean required, String key) implements Visible {}

  /// Asks for a place; `go` runs once it is given.
  record AskLocation(Phrase message, ButtonAction.GoTo go) implements Visible {}

  /// A message that a channel's provider approved beforehand. `language` is the template's own
  /// code, such as `es_MX`; `header` and `body` fill its places, in their order; `text` is what it
  /// says, for whoever sees it elsewhere.
  record SendTemplate(
      String name, String language, @Nullable Phrase header, List<Phrase> body, Phrase text)
      implements Visible {
    /// Copies the list.
    public SendTemplate {
      body = List.copyOf(body);
    }
  }

  /// The client waits so many seconds before it shows what follows.
  record Wait(BigDecimal seconds) implements Visible {}

  /// An event for the page around the chat.
  record JsEvent(String event, Value.@Nullable Obj payload) implements Visible {}

  /// A survey with two or three faces.
  record Satisfaction(Phrase message, List<SatisfactionChoice> choices) implements Visible {
    /// Copies the list.
    public Satisfaction {
      choices = List.copyOf(choices);
    }
  }

  /// One face of a survey; `intentId` lets words choose it.
  record SatisfactionChoice(
      String kind, Phrase label, @Nullable Target target, @Nullable String intentId) {}

  /// The bot stops answering this conversation.
  record PauseBot() implements Visible {}

  /// Sets a session value; `add` accumulates, `integer` counts as a whole number.
  record StoreValue(String key, Phrase value, Arithmetic arithmetic) implements Effect {}

  /// Sets an attribute of the contact for ever.
  record SetAttribute(String key, Phrase value, Arithmetic arithmetic) implements Effect {}

  /// How a stored value meets the one before.
  record Arithmetic(boolean add, boolean integer) {
    /// Overwrites.
    public static final Arithmetic REPLACE = new Arithmetic(false, false);
  }

  /// Goes on elsewhere: the first arrow whose conditions hold, else `fallback`, else nowhere.
  record JumpTo(List<Arrow> connections, @Nullable Target fallback) implements Effect {
    /// Copies the list.
    public JumpTo {
      connections = List.copyOf(connections);
    }
  }

  /// Opens a request for the support team.
  record UserRequest(Phrase message, @Nullable String assigneeId, @Nullable String groupId)
      implements Effect {}

  /// Gives the conversation to the humans: opens a room in the queue of `group` (its number or its
  /// name; null: the bot's setting). `closed` is said instead while that group is not served, if it
  /// is given. What stands after it is not reached; `next` of the step is taken when the room is
  /// closed.
  record HandOver(@Nullable String group, @Nullable Phrase closed) implements Effect {}

  /// Something another system has to do: recorded as a typed event, carried out by workers.
  /// `fields` are those of the written form without `type`; texts in them are templates unless
  /// `literal`, which they are when a webhook answered them.
  record Outside(OutsideKind kind, Value.Obj fields, boolean literal) implements Action {}

  /// The systems an [Outside] action reaches, with the name of each written form.
  enum OutsideKind {
    EMAIL("send_email_action"),
    WEBHOOK_REQUEST("send_webhook_request_action"),
    TRACKING_EVENT("send_tracking_event_action"),
    CUSTOM_SEARCH("google_custom_search_action"),
    ZENDESK_TICKET("create_zendesk_ticket_action"),
    INTERCOM_ASSIGN("assign_intercom_conversation_action"),
    INTERCOM_CLOSE("close_intercom_conversation_action"),
    IADVIZE_TRANSFER("transfer_iadvize_conversation_action"),
    IADVIZE_CLOSE("close_iadvize_conversation_action"),
    AI_TASK("send_ai_task_action");

    private final String written;

    OutsideKind(String written) {
      this.written = written;
    }

    /// The `type` of the written form.
    public String written() {
      return written;
    }
  }
}
