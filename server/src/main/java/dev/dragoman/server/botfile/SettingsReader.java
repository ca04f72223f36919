package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.ValueType;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads what stands above stories and intents: languages, settings, types of values.
final class SettingsReader {
  private static final long SHORTEST_QUIET = 60_000;
  private static final long LONGEST_COLLECT = 10_000;
  private static final long LONGEST_QUIET = 30 * 86_400_000L;

  private final Report report;

  SettingsReader(Report report) {
    this.report = report;
  }

  Bot.Languages languages(Section bot) {
    List<String> all = new ArrayList<>(bot.texts("languages"));
    String main = bot.text("language");
    if (main != null && !all.contains(main)) {
      all.addFirst(main);
    }
    if (all.isEmpty()) {
      report.add(bot.place(), "missing-key", "'language' (or 'languages') is required");
      all.add("en");
    }
    for (String language : all) {
      if (!Scalars.isLanguage(language)) {
        String key = bot.has("languages") ? "languages" : "language";
        bot.refuse(key, "wrong-language", "'" + language + "' is not a language code such as en");
      }
    }
    return new Bot.Languages(main == null ? all.getFirst() : main, all);
  }

  Settings settings(Section bot) {
    Doc doc = bot.get("settings");
    Section section = doc == null ? null : Section.open(doc, Shapes.SETTINGS, report);
    if (section == null) {
      return Settings.standard();
    }
    return new Settings(
        zone(section),
        section.share("threshold"),
        scope(section),
        webhook(section.get("webhook")),
        section.whole("idle-hours", 1, 720, Settings.standard().sessionIdleHours()),
        new HumansReader(report).read(section.get("humans")),
        closing(section),
        clock(section),
        collect(section));
  }

  private static Settings.Clock clock(Section section) {
    return switch (section.text("clock", "zone")) {
      case "zone" -> Settings.Clock.ZONE;
      case "gmt" -> Settings.Clock.GMT;
      default -> {
        section.refuse("clock", "wrong-word", "must be zone or gmt");
        yield Settings.Clock.ZONE;
      }
    };
  }

  private static int collect(Section section) {
    if (!section.has("collect")) {
      return 0;
    }
    OptionalLong given = Durations.millis(section.text("collect", ""));
    if (given.isEmpty() || given.getAsLong() > LONGEST_COLLECT) {
      section.refuse("collect", "wrong-duration", "must be a time such as 2s, at most 10s");
      return 0;
    }
    return (int) given.getAsLong();
  }

  private static Settings.Closing closing(Section section) {
    OptionalLong quiet =
        section.has("close-after")
            ? Durations.millis(section.text("close-after", ""))
            : OptionalLong.of(0);
    boolean wrong =
        section.has("close-after")
            && (quiet.isEmpty()
                || quiet.getAsLong() < SHORTEST_QUIET
                || quiet.getAsLong() > LONGEST_QUIET);
    if (wrong) {
      section.refuse("close-after", "wrong-duration", "must be a time such as 30m: 1m to 30d");
    }
    return new Settings.Closing(section.truth("close-answered"), wrong ? 0 : quiet.orElse(0));
  }

  private static String zone(Section section) {
    String zone = section.text("zone", Settings.standard().zone());
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException unknown) {
      section.refuse("zone", "unknown-zone", "is no time zone such as Europe/Madrid");
      return Settings.standard().zone();
    }
  }

  private static Settings.ValueScope scope(Section section) {
    return switch (section.text("values", "story")) {
      case "story" -> Settings.ValueScope.STORY;
      case "session" -> Settings.ValueScope.SESSION;
      default -> {
        section.refuse("values", "wrong-word", "must be story or session");
        yield Settings.ValueScope.STORY;
      }
    };
  }

  private Settings.@Nullable Webhook webhook(@Nullable Doc doc) {
    if (doc == null) {
      return null;
    }
    Doc full = doc instanceof Doc.Scalar ? Wire.at(doc.place()).put("url", doc).build() : doc;
    Section section = Section.open(full, Shapes.WEBHOOK, report);
    if (section == null) {
      return null;
    }
    String url = section.text("url", "");
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
      section.refuse("url", "wrong-address", "must be an http or https address");
    }
    return new Settings.Webhook(url, section.text("authorization"), section.text("key"));
  }

  Map<String, ValueType> valueTypes(Section bot) {
    Map<String, ValueType> types = new LinkedHashMap<>();
    bot.each("values", (name, entry) -> types.put(name, valueType(entry.value())));
    return types;
  }

  private ValueType valueType(Doc doc) {
    Doc full = doc instanceof Doc.Scalar ? Wire.at(doc.place()).put("type", doc).build() : doc;
    Section section = Section.open(full, Shapes.VALUE, report);
    String word = section == null ? null : section.text("type");
    for (ValueType type : ValueType.values()) {
      if (word == null || type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return type;
      }
    }
    report.add(
        doc.place(), "wrong-word", "must be text, number, boolean, date, list, location or json");
    return ValueType.TEXT;
  }
}
