package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.form.ActionWriter;
import dev.dragoman.core.bot.form.TargetNames;
import dev.dragoman.core.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects the attributes of the contact that a bot's texts and conditions name, or need for the
/// native values they name; and says whether the words that began a story are among these.
final class AttributeKeys {
  private final Set<String> keys = new HashSet<>();
  private boolean inbound;
  private final ActionWriter writer = new ActionWriter(this::seen, TargetNames.NONE);

  private AttributeKeys() {}

  static Set<String> of(Bot bot) {
    AttributeKeys collected = new AttributeKeys();
    collected.keys.add(Sessions.LANGUAGE);
    bot.stories().forEach(collected::collect);
    return Set.copyOf(collected.keys);
  }

  /// Whether the bot reads `inbound` anywhere.
  static boolean readInbound(Bot bot) {
    AttributeKeys collected = new AttributeKeys();
    bot.stories().forEach(collected::collect);
    return collected.inbound;
  }

  private void value(String key) {
    inbound |= key.equals(Natives.INBOUND);
    if (key.equals("country_code")) {
      keys.add(Natives.COUNTRY_CODE);
    }
  }

  private void collect(Story story) {
    if (story.fallback() != null) {
      collect(story.fallback().actions());
    }
    story.steps().forEach(this::collect);
  }

  private void collect(Step step) {
    collect(step.actions());
    if (step.fallback() != null) {
      collect(step.fallback().actions());
    }
    if (step.question() != null) {
      collect(step.question().ask().notUnderstood());
    }
    if (step.question() instanceof Question.Closed closed) {
      closed.answers().forEach(answer -> seen(answer.label()));
    }
    collectArrows(step.next());
    collectArrows(step.links());
  }

  private void collect(List<Action> actions) {
    actions.forEach(this::collect);
  }

  /// Writing an action shows every phrase of it to [#seen].
  private void collect(Action action) {
    texts(writer.write(action));
    switch (action) {
      case Action.SetAttribute(var key, _, var how) -> {
        if (how.add()) {
          keys.add(key);
        }
      }
      case Action.JumpTo(var connections, _) -> collectArrows(connections);
      case Action.Visible _,
          Action.Outside _,
          Action.StoreValue _,
          Action.UserRequest _,
          Action.HandOver _ -> {}
    }
  }

  private void collectArrows(List<Arrow> arrows) {
    arrows.forEach(arrow -> arrow.when().forEach(this::collect));
  }

  private void collect(Condition condition) {
    switch (condition) {
      case Condition.Check(Getter.Attribute(var key), _) -> keys.add(key);
      case Condition.Check(Getter.SessionValue(var key), _) -> value(key);
      case Condition.Not(var inner) -> collect(inner);
      case Condition.Check _, Condition.Team _, Condition.Logged _ -> {}
    }
  }

  private String seen(Phrase phrase) {
    phrase.templates().values().forEach(this::collect);
    return "";
  }

  private void collect(Template template) {
    template
        .parts()
        .forEach(
            part -> {
              if (part instanceof Template.Part.Attribute(var key)) {
                keys.add(key);
              } else if (part instanceof Template.Part.SessionValue(var key)) {
                value(key);
              }
            });
  }

  /// Texts of payloads are templates too, parsed only when they are sent.
  private void texts(Value value) {
    switch (value) {
      case Value.Text(var text) -> collect(Template.parse(text));
      case Value.List(var items) -> items.forEach(this::texts);
      case Value.Obj object -> object.members().values().forEach(this::texts);
      case Value.Null _, Value.Bool _, Value.Num _ -> {}
    }
  }
}
