package dev.dragoman.core.understand.closed;

import dev.dragoman.core.bot.Question.Hints;
import dev.dragoman.core.bot.Question.Meaning;
import dev.dragoman.core.bot.Question.Range;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The acceptance set of one language: questions with replies of which somebody said what they
/// mean.
record ClosedSet(String language, List<Item> items) {
  /// A question with its answers and replies.
  record Item(String id, String split, List<AnswerSpec> answers, List<Reply> replies) {}

  /// A reply and the answer it means, or null for none.
  record Reply(String text, String answer) {}

  static byte[] bytes(String language) {
    try (InputStream in =
        ClosedSet.class.getResourceAsStream("/nlu/closed/" + language + ".jsonl")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ClosedSet load(String language) {
    List<Item> items = new ArrayList<>();
    for (String line : new String(bytes(language), StandardCharsets.UTF_8).split("\n")) {
      items.add(item(Json.object(line)));
    }
    return new ClosedSet(language, items);
  }

  private static Item item(Map<String, Object> question) {
    Map<?, ?> examples = (Map<?, ?>) question.get("examples");
    List<AnswerSpec> answers = new ArrayList<>();
    for (Object each : (List<?>) question.get("answers")) {
      Map<?, ?> answer = (Map<?, ?>) each;
      String id = (String) answer.get("id");
      answers.add(
          new AnswerSpec(
              id, List.of((String) answer.get("label")), hints(answer, examples.get(id))));
    }
    List<Reply> replies = new ArrayList<>();
    for (Object each : (List<?>) question.get("replies")) {
      Map<?, ?> reply = (Map<?, ?>) each;
      replies.add(new Reply((String) reply.get("text"), (String) reply.get("answer")));
    }
    return new Item((String) question.get("id"), (String) question.get("split"), answers, replies);
  }

  private static Hints hints(Map<?, ?> answer, Object examples) {
    Object kind = answer.get("kind");
    Meaning meaning =
        kind == null ? Meaning.OTHER : Meaning.valueOf(kind.toString().toUpperCase(Locale.ROOT));
    return new Hints(
        texts(answer.get("synonyms")), texts(examples), range(answer.get("range")), meaning);
  }

  private static Range range(Object range) {
    return range instanceof Map<?, ?> map
        ? new Range((Double) map.get("min"), (Double) map.get("max"))
        : null;
  }

  private static List<String> texts(Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(Object::toString).toList();
  }
}
