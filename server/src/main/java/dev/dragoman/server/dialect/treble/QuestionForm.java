package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;

/// The member `question` (contract treble §2.1.1): the block's text as it was designed, places and
/// all, and for a closed one the labels of its answers.
record QuestionForm(String language, String mainLanguage) {
  Value.Obj of(Work.Answered answered) {
    ObjBuilder question = Value.Obj.builder();
    boolean closed = answered.question() instanceof Question.Closed;
    question.put("type", closed ? "closed" : "open").put("text", text(answered));
    if (answered.question() instanceof Question.Closed asked) {
      question.put("answers", answers(asked));
    }
    return question.build();
  }

  /// The last text of the step, which is what [Work.Answered#sentText] holds filled.
  private String text(Work.Answered answered) {
    Step step = answered.step();
    for (Action action : step.actions().reversed()) {
      switch (action) {
        case Action.Say say -> {
          return designed(say.alternatives().getFirst());
        }
        case Action.QuickReplies replies -> {
          return designed(replies.message());
        }
        case Action.SendTemplate template -> {
          return designed(template.text());
        }
        case Action.Visible _, Action.Effect _, Action.Outside _ -> {}
      }
    }
    return answered.sentText();
  }

  private Value.List answers(Question.Closed closed) {
    List<Value> answers = new ArrayList<>();
    closed.answers().forEach(answer -> answers.add(labelled(label(answer.label()))));
    if (closed.catchAll() != null) {
      answers.add(labelled(Question.DEFAULT));
    }
    return new Value.List(answers);
  }

  static Value.Obj labelled(String text) {
    return Value.Obj.of("text", Value.of(text));
  }

  /// Answers are told apart in the bot's main language, whatever language was spoken.
  private String label(Phrase phrase) {
    return designed(phrase.in(mainLanguage, mainLanguage));
  }

  private String designed(Phrase phrase) {
    return designed(phrase.in(language, mainLanguage));
  }

  private static String designed(Template template) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(
          switch (part) {
            case Template.Part.Literal(var literal) -> literal;
            case Template.Part.SessionValue(var key) -> "{{" + key + "}}";
            case Template.Part.Attribute(var key) -> "{{contact." + key + "}}";
            case Template.Part.Clock(var field) ->
                "{{" + field.name().toLowerCase(java.util.Locale.ROOT) + "}}";
          });
    }
    return text.toString();
  }
}
