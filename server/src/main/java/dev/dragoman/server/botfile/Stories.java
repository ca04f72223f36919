package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Trigger;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads stories and their steps.
final class Stories {
  private final Identities identities;
  private final Report report;
  private final Map<String, Place> triggers = new HashMap<>();

  Stories(Identities identities, Report report) {
    this.identities = identities;
    this.report = report;
  }

  List<Story> read(Section bot) {
    List<Story> stories = new ArrayList<>();
    bot.each(
        "stories",
        (name, entry) -> {
          Story story = story(name, entry.value());
          if (story != null) {
            stories.add(story);
          }
        });
    if (stories.isEmpty() && report.isClean()) {
      report.add(bot.place(), "no-story", "the bot has no story");
    }
    return stories;
  }

  private @Nullable Story story(String name, Doc doc) {
    Section section = Section.open(doc, Shapes.STORY, report);
    if (section == null) {
      return null;
    }
    Scope scope = new Scope(name, identities.names(), report);
    Forms forms = new Forms(report);
    List<Step> steps = new ArrayList<>();
    StepReader reader = new StepReader(scope, forms, identities.derived());
    section.each("steps", (step, entry) -> reader.read(step, entry.value(), steps));
    TriggerReader started = new TriggerReader(scope, triggers);
    List<Trigger> on = started.read(section.get("on"));
    var fallback = Fallbacks.story(section.get("fallback"), scope, forms);
    if (steps.isEmpty()) {
      if (section.has("steps") && report.isClean()) {
        section.refuse("steps", "no-step", "a story has at least one step");
      }
      return null;
    }
    return new Story(
        String.valueOf(identities.names().storyId(name)),
        identities.storyNumber(name, doc),
        name,
        on,
        steps,
        fallback,
        started.isGeneralFallback());
  }
}
