package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Rules;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads when and where humans take over.
final class HumansReader {
  private static final int MOST_MISSES = 20;
  private static final long MILLIS_PER_SECOND = 1_000;
  private static final long OUTSIDE_SECONDS = 60;

  private final Report report;

  HumansReader(Report report) {
    this.report = report;
  }

  Settings.HandOver read(@Nullable Doc doc) {
    Section section = doc == null ? null : Section.open(doc, Shapes.HUMANS, report);
    if (section == null) {
      return Settings.HandOver.STANDARD;
    }
    Phrase say = new Forms(report).phrase(section.get("say"));
    Desk desk = desk(section);
    return new Settings.HandOver(
        section.text("group"),
        desk,
        section.texts("words"),
        section.whole("after-misses", 0, MOST_MISSES, 0),
        say,
        rules(section, desk));
  }

  private static Desk desk(Section section) {
    return switch (section.text("desk", "own")) {
      case "own" -> Desk.OWN;
      case "endpoint" -> Desk.ENDPOINT;
      default -> {
        section.refuse("desk", "wrong-word", "must be own or endpoint");
        yield Desk.OWN;
      }
    };
  }

  /// A desk outside has a minute for its first word (contract gptbots §7.1).
  private static Rules rules(Section section, Desk desk) {
    Rules standard = Rules.STANDARD;
    if (!section.has("longest-wait")) {
      return desk == Desk.OWN ? standard : waiting(OUTSIDE_SECONDS);
    }
    OptionalLong millis = Durations.millis(section.text("longest-wait", ""));
    long seconds = millis.orElse(0) / MILLIS_PER_SECOND;
    if (seconds < Rules.SHORTEST || seconds > Rules.LONGEST) {
      section.refuse("longest-wait", "wrong-duration", "must be 1s to 7d, such as 60s or 2h");
      return standard;
    }
    return waiting(seconds);
  }

  private static Rules waiting(long seconds) {
    Rules standard = Rules.STANDARD;
    return new Rules(seconds, standard.agentSilence(), standard.contactSilence());
  }
}
