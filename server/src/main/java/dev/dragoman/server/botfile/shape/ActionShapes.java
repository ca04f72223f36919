package dev.dragoman.server.botfile.shape;

import static dev.dragoman.server.botfile.shape.Shape.key;

import java.util.List;

/// The mappings inside `do`.
public final class ActionShapes {
  /// The verbs: an item of `do` has exactly one of them.
  public static final Shape ACTION =
      Shape.of(
          "action",
          "One thing a step does: a mapping with one verb.",
          key("say", "say", "A text, several to draw from, or one per language."),
          key("image", "phrase|@picture", "A picture."),
          key("quick", "@quick", "A text with quick replies under it."),
          key("cards", "list:@card", "A row of cards."),
          key("simple-cards", "list:@card", "Cards whose buttons only open addresses."),
          key("choices", "@choices", "A longer list to choose from."),
          key("input", "@input", "Asks the client for a typed value."),
          key("location", "@location", "Asks for a place."),
          key("template", "@template", "A message the channel's provider has approved."),
          key("wait", "number", "Seconds the client waits: 0.5..7."),
          key("event", "text|@event", "An event for the page around the chat."),
          key("track", "object", "A tracking event with this payload."),
          key("email", "@email", "Sends a mail."),
          key("set", "map:scalar", "Sets session values."),
          key("add", "map:scalar", "Adds numbers to session values."),
          key("attribute", "map:scalar", "Sets attributes of the contact."),
          key("add-attribute", "map:scalar", "Adds numbers to attributes of the contact."),
          key("jump", "go|@jump", "Goes on elsewhere."),
          key("pause", "=true", "The bot falls silent."),
          key("request", "phrase|@request", "Opens a request for the support team."),
          key("hand-over", "phrase|@hand-over", "Opens a request and a room: humans answer."),
          key("survey", "@survey", "A satisfaction survey."),
          key("call", "text|@call", "Posts fields to an address, without waiting."),
          key("search", "@search", "Shows results of a web search."),
          key("ticket", "@ticket", "Creates a Zendesk ticket."),
          key("intercom-assign", "scalar", "Assigns the Intercom conversation to this id."),
          key("intercom-close", "=true", "Closes the Intercom conversation."),
          key("iadvize-transfer", "@transfer", "Transfers the iAdvize conversation."),
          key("iadvize-close", "=true", "Closes the iAdvize conversation."));

  public static final Shape PICTURE =
      Shape.of(
              "picture",
              "A picture with a text for those who cannot see it.",
              key("url", "phrase", "http or https address."),
              key("alt", "phrase", "What it shows."))
          .requires("url");

  public static final Shape QUICK =
      Shape.of(
              "quick",
              "A text with quick replies.",
              key("text", "phrase", "The text above."),
              key("buttons", "buttons", "1..11 buttons; titles up to 60 characters."))
          .requires("text", "buttons");

  public static final Shape BUTTON =
      Shape.of(
              "button",
              "A button and what a click does: exactly one of go, url, reply, share, action.",
              key("title", "phrase", "Up to 60 characters, on a card 20."),
              key("go", "go", "Leads to a step or story."),
              key("set", "object", "Session values put in place by the click."),
              key("url", "phrase", "Opens an address."),
              key("reply", "text", "Counts as if the contact had typed it."),
              key("share", "=true", "Shares the card."),
              key("action", "object", "A click in its full written form."))
          .requires("title");

  public static final Shape CARD =
      Shape.of(
              "card",
              "A card.",
              key("title", "phrase", "1..80 characters."),
              key("subtitle", "phrase", "Up to 80 characters."),
              key("image", "phrase|@picture", "A picture."),
              key("url", "phrase", "Opened by a click on the card."),
              key("buttons", "buttons", "Up to 3 buttons."))
          .requires("title");

  public static final Shape CHOICES =
      Shape.of(
              "choices",
              "A list to choose from.",
              key("text", "phrase", "The text above."),
              key("placeholder", "phrase", "Shown while nothing is chosen."),
              key("sections", "list:@section", "Titled parts."),
              key("choices", "list:choice-entry", "The choices, when there is one part."),
              key("go", "go", "Where every choice leads."),
              key("set", "object", "Session values put in place by every choice."))
          .requires("placeholder", "go");

  public static final Shape SECTION =
      Shape.of(
              "section",
              "A part of a list of choices.",
              key("title", "phrase", "Needed where there are several sections."),
              key("choices", "list:choice-entry", "The choices."))
          .requires("choices");

  public static final Shape CHOICE =
      Shape.of(
              "choice",
              "One row of a list.",
              key("title", "phrase", "1..500 characters."),
              key("image", "phrase", "http or https address."),
              key("set", "object", "Session values put in place by this choice."))
          .requires("title");

  public static final Shape INPUT =
      Shape.of(
              "input",
              "A typed value asked by the client.",
              key("text", "phrase", "The text above the field."),
              key("kind", "text", "What the field takes, such as email."),
              key("required", "truth", "May not be left empty."),
              key("save", "text", "Session value that takes it."))
          .requires("text", "kind", "save");

  public static final Shape TEMPLATE =
      Shape.of(
              "template",
              "A message the channel's provider has approved, with its places filled.",
              key("name", "text", "Its name at the provider."),
              key("language", "text", "Its language there, such as es or es_MX."),
              key("header", "phrase", "Fills the place in its header."),
              key("body", "any", "Texts that fill the places in its body, in their order."),
              key("text", "phrase", "What it says, for history, hooks and other doors."))
          .requires("name", "language", "text");

  public static final Shape LOCATION =
      Shape.of(
              "location",
              "Asks for a place.",
              key("text", "phrase", "The question."),
              key("go", "go", "Where to go once it is given."),
              key("set", "object", "Session values put in place then."))
          .requires("text", "go");

  public static final Shape EVENT =
      Shape.of(
              "event",
              "An event for the page around the chat.",
              key("name", "text", "1..200 characters."),
              key("payload", "object", "Handed to the page."))
          .requires("name");

  public static final Shape EMAIL =
      Shape.of(
              "email",
              "A mail.",
              key("to", "phrase", "The recipient."),
              key("subject", "phrase", "Up to 150 characters."),
              key("text", "phrase", "Up to 1500 characters."),
              key("from", "phrase", "The sender's address."),
              key("from-name", "phrase", "The sender's name."),
              key("reply-to", "phrase", "Where answers go."),
              key("reply-to-name", "phrase", "Whose address that is."))
          .requires("to", "subject", "text");

  public static final Shape JUMP =
      Shape.of(
          "jump",
          "Goes on elsewhere: the first arrow that holds, else `else`.",
          key("next", "arrows", "Up to 10 arrows."),
          key("else", "go", "Where to go when none holds."));

  public static final Shape REQUEST =
      Shape.of(
              "request",
              "A request for the support team.",
              key("text", "phrase", "1..1000 characters."),
              key("assignee", "scalar", "Who should take it."),
              key("group", "scalar", "Which group should take it."))
          .requires("text");

  public static final Shape HAND_OVER =
      Shape.of(
              "hand-over",
              "Humans take over: what follows waits until they have left.",
              key("text", "phrase", "What they are asked: 1..1000 characters."),
              key("assignee", "scalar", "Who should take it."),
              key("group", "scalar", "Number or name of the group whose queue it waits in."),
              key("closed", "phrase", "Said instead while that group is not served."))
          .requires("text");

  public static final Shape SURVEY =
      Shape.of(
              "survey",
              "A survey with two or three of these faces.",
              key("text", "phrase", "The question."),
              key("positive", "phrase|@face", "The good one."),
              key("neutral", "phrase|@face", "The one between."),
              key("negative", "phrase|@face", "The bad one."))
          .requires("text");

  public static final Shape FACE =
      Shape.of(
              "face",
              "One face of a survey.",
              key("label", "phrase", "Up to 60 characters."),
              key("go", "go", "Where it leads."),
              key("intent", "text", "Words that choose it."))
          .requires("label");

  public static final Shape CALL =
      Shape.of(
              "call",
              "A POST nobody waits for.",
              key("url", "phrase", "http or https address."),
              key("description", "phrase", "For people."),
              key("service", "=custom|=zapier", "custom if absent."),
              key("fields", "map:phrase", "What is posted, up to 100 fields."))
          .requires("url");

  public static final Shape SEARCH =
      Shape.of(
              "search",
              "A web search.",
              key("query", "phrase", "1..2048 characters."),
              key("engine", "text", "The search engine's id."),
              key("limit", "whole", "1..10 results."))
          .requires("query", "engine", "limit");

  public static final Shape TICKET =
      Shape.of(
              "ticket",
              "A Zendesk ticket.",
              key("text", "phrase", "1..1500 characters."),
              key("subject", "phrase", "Up to 100 characters."),
              key("email", "phrase", "The contact's address."),
              key("name", "phrase", "The contact's name."),
              key("phone", "phrase", "The contact's number."),
              key("kind", "=question|=incident|=problem|=task", "The type of ticket."),
              key("priority", "=urgent|=high|=normal|=low", "How soon."),
              key("tags", "list:text", "Up to 10."),
              key("group", "scalar", "Digits."),
              key("assignee", "scalar", "Digits."))
          .requires("text");

  public static final Shape TRANSFER =
      Shape.of(
              "transfer",
              "A transfer to an iAdvize distribution rule.",
              key("rule", "scalar", "The rule's id."),
              key("label", "text", "The rule's label."),
              key("failed", "phrase", "Said when it fails."))
          .requires("rule");

  private ActionShapes() {}

  static List<Shape> all() {
    return List.of(
        ACTION, PICTURE, QUICK, BUTTON, CARD, CHOICES, SECTION, CHOICE, INPUT, TEMPLATE, LOCATION,
        EVENT, EMAIL, JUMP, REQUEST, HAND_OVER, SURVEY, FACE, CALL, SEARCH, TICKET, TRANSFER);
  }
}
