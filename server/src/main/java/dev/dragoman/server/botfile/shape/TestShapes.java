package dev.dragoman.server.botfile.shape;

import static dev.dragoman.server.botfile.shape.Shape.key;

import java.util.List;

/// The mappings of a conversation test.
public final class TestShapes {
  public static final Shape CONVERSATION =
      Shape.of(
              "conversation",
              "One conversation, line by line.",
              key("name", "text", "What it shows."),
              key("language", "language", "The contact's language."),
              key("attributes", "map:scalar", "The contact's attributes at the start."),
              key("values", "object", "Session values given before the first line."),
              key("team", "=online|=offline", "The support team; offline if absent."),
              key("logged", "truth", "Whether the contact is logged in."),
              key("at", "text", "When it begins, in the bot's zone: 2026-01-05T10:00."),
              key("talk", "list:@line", "What is said and done."))
          .requires("name", "talk");

  public static final Shape LINE =
      Shape.of(
          "line",
          "One line: what happens, or what is expected next.",
          key("user", "text", "The contact writes."),
          key("click", "text", "The contact presses the button with this title."),
          key("event", "text", "An event of the page around the chat."),
          key("url", "text", "A page is loaded."),
          key("hook", "=fails|object|@hooked", "The hook that is waited for answers."),
          key("set", "object", "Values are set from outside."),
          key("release", "object", "Values are set from outside and the session goes on."),
          key("wait", "duration", "Time passes."),
          key("bot", "text|list:text|@said", "The next message: a text, one of several, or more."),
          key("action", "text|object", "The next action, by type or by some of its members."),
          key("does", "text|object", "An action carried out by other systems, in any order."),
          key("silent", "=true", "Nothing more was said."),
          key("skip", "=true", "Whatever else was said does not matter."),
          key("values", "object", "Session values, some of them; null for one that is not set."),
          key("contact", "object", "Attributes of the contact, some of them."),
          key("step", "text", "Where the session stands: a step, or story/step."),
          key("ended", "truth", "Whether the session has ended."),
          key("paused", "truth", "Whether the bot is silent for a human."));

  public static final Shape SAID =
      Shape.of(
          "said",
          "What the next message must look like; all that is given must hold.",
          key("text", "text", "Exactly this, or one of its alternatives."),
          key("contains", "texts", "All of these texts, whatever case and accents."),
          key("one-of", "list:text", "Exactly one of these."),
          key("matches", "text", "A pattern is found in it."),
          key("buttons", "list:text", "The titles of its buttons, in order."));

  public static final Shape HOOKED =
      Shape.of(
          "hooked",
          "A hook's answer.",
          key("values", "object", "Session values to merge."),
          key("replace", "object", "The whole new set of session values."),
          key("actions", "list:object", "Actions instead of the step's own."),
          key("attributes", "object", "Attributes of the contact."));

  private TestShapes() {}

  /// Every shape of a test file.
  public static List<Shape> all() {
    return List.of(CONVERSATION, LINE, SAID, HOOKED);
  }
}
