package dev.dragoman.server.botfile.shape;

import static dev.dragoman.server.botfile.shape.Shape.key;

import java.util.List;
import java.util.stream.Stream;

/// The mappings of a bot file but for its actions.
public final class Shapes {
  /// The declared types of session values.
  static final String VALUE_TYPES = "=text|=number|=boolean|=date|=list|=location|=json";

  /// What stands below a language code in an intent.
  static final String EXAMPLE_LANGUAGE = "exampleList";

  public static final Shape BOT =
      Shape.of(
              "bot",
              "One bot. The keys may be spread over several .yaml files of the folder.",
              key("bot", "text", "The bot's name."),
              key("id", "id", "24 hex digits, written by `bot check --write-ids`."),
              key("number", "whole", "An integer, unique per server."),
              key("language", "language", "The language of every text that names none."),
              key("languages", "languages", "All languages; the first is the main one."),
              key("settings", "@settings", "How the bot behaves where authors differ."),
              key("intents", "map:intent-entry", "What a contact may want, by name."),
              key("entities", "map:entity-entry", "Lists of values with their synonyms, by name."),
              key("values", "map:value-entry", "Declared types of session values, by name."),
              key("stories", "map:@story", "The scenarios, by name."))
          .requires("bot");

  public static final Shape SETTINGS =
      Shape.of(
          "settings",
          "How the bot behaves where authors differ.",
          key("zone", "text", "IANA time zone, such as Europe/Madrid. UTC if absent."),
          key("clock", "=zone|=gmt", "`gmt`: times in GMT, weekdays as 1 (Monday) to 7."),
          key("threshold", "share", "Fixed score an intent needs, 0..1, instead of the trained."),
          key("values", "=story|=session", "What ends the life of session values."),
          key("webhook", "text|@webhook", "Where steps with `webhook: true` ask for actions."),
          key("idle-hours", "whole", "How long an unused session keeps its bot version: 1..720."),
          key("close-answered", "truth", "Answering a step that nothing follows ends the session."),
          key(
              "close-after",
              "duration",
              "A session ends when nothing happens for so long: 1m..30d."),
          key(
              "collect",
              "duration",
              "A text waits so long for more, which are answered together: at most 10s."),
          key("humans", "@humans", "When and where humans take over."));

  public static final Shape HUMANS =
      Shape.of(
          "humans",
          "When and where humans take over, besides steps that hand over.",
          key("group", "scalar", "Number or name of the group whose queue a room waits in."),
          key("desk", "=own|=endpoint", "Where they sit: here, or at a system that is told."),
          key("words", "texts", "Texts that ask for a human, wherever they stand in a message."),
          key("after-misses", "whole", "They take over after so many misses in a row: 0..20."),
          key("say", "phrase", "Said when words or misses brought them."),
          key("longest-wait", "duration", "A room of no group is closed after so long: up to 7d."));

  public static final Shape WEBHOOK =
      Shape.of(
              "webhook",
              "Where step webhooks go. Secrets are named, never written down.",
              key("url", "text", "http or https address."),
              key("authorization", "text", "Name of the secret with the Basic credentials."),
              key("key", "text", "Name of the secret that signs requests."))
          .requires("url");

  public static final Shape INTENT =
      Shape.of(
          "intent",
          "Something a contact may want. A language code as key gives the examples in it.",
          key("id", "id", "24 hex digits."),
          key("priority", "whole", "Breaks near ties, higher first: -1000..1000."),
          key("threshold", "share", "The least score that accepts it, 0..1, instead of the bot's."),
          key("examples", "examples", "Sentences; `{size}` stands for a value of that entity."),
          key("parameters", "map:parameter-entry", "Values the intent hands to the session."));

  public static final Shape PARAMETER =
      Shape.of(
              "parameter",
              "A value an intent hands over.",
              key("entity", "text", "A declared entity or a type such as number or date."),
              key("required", "truth", "Without it the intent does not match."))
          .requires("entity");

  public static final Shape VALUE =
      Shape.of(
              "value",
              "A declared session value.",
              key("type", VALUE_TYPES, "What text from outside is turned into."))
          .requires("type");

  public static final Shape STORY =
      Shape.of(
              "story",
              "A scenario: what starts it, its steps, what it says when nothing fits.",
              key("id", "id", "24 hex digits."),
              key("number", "whole", "An integer, unique per server."),
              key("on", "@trigger|=general-fallback", "What starts the story."),
              key("steps", "map:@step", "Steps by name; the first one is entered."),
              key("fallback", "say|@fallback", "Said when a step had nothing to say."))
          .requires("steps");

  public static final Shape TRIGGER =
      Shape.of(
          "trigger",
          "What starts a story besides links and buttons.",
          key("intent", "text", "A message understood as this intent."),
          key("intents", "list:text", "… as one of these."),
          key("event", "text", "A custom event of this name."),
          key("events", "list:text", "… of one of these names."),
          key("url", "text", "A loaded page; a `*` at the end stands for any rest."),
          key("urls", "list:text", "… one of these pages."),
          key("general-fallback", "truth", "Used outside every other story."));

  public static final Shape STEP =
      Shape.of(
          "step",
          "One node of a story: says, asks, goes on.",
          key("id", "id", "24 hex digits."),
          key("say", "say", "A text, several to draw from, or one per language."),
          key("do", "do", "What is done after `say`, in order."),
          key("ask", "text|@ask", "What the step waits for; a word saves any answer under it."),
          key("next", "arrows", "Where it goes on at once, or after the answer."),
          key("links", "arrows", "Tested in order against the contact's next input."),
          key("fallback", "say|@fallback", "Said when an input fits none of the links."),
          key("webhook", "truth", "Ask the bot's webhook for the actions first."),
          key("user-data", "any", "Handed to the webhook."),
          key("delivered", "text|@hook", "Told when the step's message was delivered."),
          key("read", "text|@hook", "Told when the step's message was read."));

  public static final Shape FALLBACK =
      Shape.of(
          "fallback",
          "What is said when nothing fits.",
          key("say", "say", "A text, several to draw from, or one per language."),
          key("do", "do", "What is done after `say`."),
          key("attempts", "whole", "How often a step says it before it gives up: 1..100."),
          key("outside-intents", "truth", "Try the intents of other stories before."));

  public static final Shape ASK =
      Shape.of(
          "ask",
          "A question: open (any answer, or one of an entity) or closed (one of a few).",
          key("open", "truth", "Any answer will do."),
          key("closed", "answers", "The answers to choose from."),
          key("save", "text", "Session value that takes the answer."),
          key("entity", "text", "What an open answer must hold."),
          key("retries", "whole", "How often `not-understood` is said: 0..20."),
          key("not-understood", "say|@fallback", "Said when the answer is not understood."),
          key("timeout", "@timeout", "Where to go when the contact is silent."),
          key("catch-all", "go|@catch-all", "Takes a reply that is none of the answers."),
          key("show", "=numbered", "Lists the answers below the text, numbered from 1."));

  public static final Shape CATCH_ALL =
      Shape.of(
              "catch-all",
              "Takes a reply that is none of the answers.",
              key("go", "go", "Where it leads."),
              key("hook", "text|@hook", "Called on the way."))
          .requires("go");

  public static final Shape ANSWER =
      Shape.of(
          "answer",
          "One answer of a closed question.",
          key("label", "phrase", "What the contact sees, or the key above it."),
          key("id", "text", "What a button's click sends back."),
          key("synonyms", "texts", "Other words for it."),
          key("examples", "texts", "Sentences that mean it."),
          key("range", "range", "Numbers that mean it: `1..3`, `5..`, or [1, 3]."),
          key("means", "=yes|=no|=unknown", "What it means beyond its words."),
          key("go", "go", "Where it leads; else `next` of the step decides."),
          key("hook", "text|@hook", "Called on the way."),
          key("optout", "truth", "Takes the contact out of later campaigns."));

  public static final Shape TIMEOUT =
      Shape.of(
              "timeout",
              "What happens when the contact is silent.",
              key("after", "duration", "30s, 5m, 2h, 1h30m or 3d."),
              key("go", "go", "Where to go on."),
              key("hook", "text|@hook", "Called on the way."))
          .requires("after", "go");

  public static final Shape ARROW =
      Shape.of(
              "arrow",
              "A way on, taken when all of its conditions hold.",
              key("when", "conditions", "One condition or a list; none means always."),
              key("intent", "text", "Short for `when: {intent: …}`."),
              key("go", "go", "A step, `story/step`, `story/` or `end`."),
              key("hook", "text|@hook", "Called on the way."))
          .requires("go");

  public static final Shape HOOK =
      Shape.of(
              "hook",
              "A call whose answer may change session values.",
              key("url", "text", "http or https address."),
              key("side", "truth", "Do not wait for the answer."),
              key("repeatable", "truth", "May be called again with the same id after a crash."))
          .requires("url");

  public static final Shape CONDITION =
      Shape.of(
          "condition",
          "What must hold: a value, a test of it. Several tests must all hold.",
          key("value", "text", "The session value that is tested."),
          key("attribute", "text", "The contact's attribute that is tested."),
          key("message", "truth", "The message just sent is tested."),
          key("set", "truth", "Has a value, or with false: has none."),
          key("number", "truth", "Is a number, or with false: is none."),
          key("equals", "scalar", "Is the same, whatever case and accents."),
          key("not-equals", "scalar", "Is not the same."),
          key("contains", "texts", "Holds one of these texts."),
          key("not-contains", "texts", "Holds none of these texts."),
          key("in", "texts", "Is one of these texts."),
          key("not-in", "texts", "Is none of these texts."),
          key("matches", "text", "The pattern is found in it (RE2 syntax)."),
          key("intent", "text", "The message is understood as this intent."),
          key("less-than", "number", "Number comparison."),
          key("at-most", "number", "Number comparison."),
          key("more-than", "number", "Number comparison."),
          key("at-least", "number", "Number comparison."),
          key("before", "date", "An ISO date or today."),
          key("until", "date", "On or before."),
          key("after", "date", "An ISO date or today."),
          key("since", "date", "On or after."),
          key("team", "=online|=offline", "The support team."),
          key("logged", "truth", "Whether the contact is logged in."),
          key("not", "condition", "The inner condition does not hold."),
          key("type", "text", "Marks the full written form, see `predicates` in the manual."),
          key("valueGetter", "any", "Full written form."),
          key("condition", "any", "Full written form."),
          key("predicate", "any", "Full written form."));

  private Shapes() {}

  /// Every shape, those of actions too.
  public static List<Shape> all() {
    return Stream.concat(
            Stream.of(
                BOT, SETTINGS, HUMANS, WEBHOOK, INTENT, PARAMETER, VALUE, STORY, TRIGGER, STEP,
                FALLBACK, ASK, CATCH_ALL, ANSWER, TIMEOUT, ARROW, HOOK, CONDITION),
            ActionShapes.all().stream())
        .toList();
  }
}
