package dev.dragoman.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The bot every figure is measured with: 30 intents of 20 examples, one condition, two messages
/// out, no hook; and 1,000 different sentences that equal none of its examples.
public final class BenchBot {
  static final int INTENTS = 30;
  static final int EXAMPLES = 20;
  static final int SENTENCES = 1_000;
  private static final String[] VERBS = {
    "order", "cancel", "change", "track", "return", "repair", "book", "pay", "compare", "find",
    "open", "close", "renew", "upgrade", "share", "print", "send", "move", "check", "explain",
    "activate", "block", "report", "insure", "rent", "sell", "translate", "measure", "paint",
        "clean"
  };
  private static final String[] THINGS = {
    "a pizza",
    "my booking",
    "the delivery address",
    "a parcel",
    "these shoes",
    "the washing machine",
    "a table for two",
    "the last invoice",
    "two phone plans",
    "a shop nearby",
    "a savings account",
    "my old account",
    "the parking permit",
    "my seat",
    "a photo album",
    "a boarding pass",
    "some flowers",
    "my meeting",
    "the balance of my card",
    "the last bill",
    "a new card",
    "a stolen card",
    "a pothole",
    "my bicycle",
    "a van for a day",
    "my old sofa",
    "a letter",
    "the kitchen",
    "the fence",
    "the windows"
  };
  private static final String[] OPENINGS = {
    "I want to",
    "please",
    "can you",
    "how do I",
    "I would like to",
    "help me",
    "could I",
    "I need to",
    "is it possible to",
    "let me",
    "we have to",
    "tell me how to",
    "who can",
    "may I",
    "I am trying to",
    "hi there I want to",
    "hello can I",
    "today I must",
    "show me how to",
    "my wife wants to"
  };
  private static final String[] ENDINGS = {
    "",
    "now",
    "today",
    "please",
    "thanks",
    "tomorrow morning",
    "as soon as possible",
    "before noon",
    "if you can",
    "for my mother"
  };

  private BenchBot() {}

  /// The bot's file.
  public static String yaml() {
    StringBuilder yaml =
        new StringBuilder("bot: bench\nlanguage: en\nvalues: { seen: number }\nintents:\n");
    for (int i = 0; i < INTENTS; i++) {
      yaml.append("  ").append(VERBS[i]).append(":\n");
      for (int k = 0; k < EXAMPLES; k++) {
        yaml.append("    - ")
            .append(OPENINGS[k])
            .append(' ')
            .append(VERBS[i])
            .append(' ')
            .append(THINGS[i])
            .append('\n');
      }
    }
    yaml.append("stories:\n");
    for (int i = 0; i < INTENTS; i++) {
      story(yaml, VERBS[i], THINGS[i]);
    }
    return yaml.toString();
  }

  private static void story(StringBuilder yaml, String verb, String thing) {
    yaml.append(
        """
          %1$s-it:
            on: { intent: %1$s }
            steps:
              first:
                say: "Of course: you can %1$s %2$s right here."
                next:
                  - { when: { attribute: plan, equals: gold }, go: gold }
                  - { go: usual }
              gold:
                say: "Your adviser does it for you, {{contact.firstName}}."
              usual:
                say: "It takes about two minutes, {{contact.firstName}}."
        """
            .formatted(verb, thing));
  }

  /// The sentences, the same at every run.
  public static List<String> sentences() {
    Random chance = new Random(7);
    List<String> sentences = new ArrayList<>();
    while (sentences.size() < SENTENCES) {
      int i = chance.nextInt(INTENTS);
      String sentence =
          (OPENINGS[chance.nextInt(OPENINGS.length)]
                  + " "
                  + VERBS[i]
                  + " "
                  + THINGS[i]
                  + " "
                  + ENDINGS[1 + chance.nextInt(ENDINGS.length - 1)])
              .strip();
      if (!sentences.contains(sentence)) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }
}
