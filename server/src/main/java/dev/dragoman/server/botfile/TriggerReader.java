package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Trigger;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads what starts one story. What starts two stories is a defect.
final class TriggerReader {
  private static final String GENERAL = "general-fallback";

  private final Scope scope;
  private final Map<String, Place> taken;
  private boolean generalFallback;

  TriggerReader(Scope scope, Map<String, Place> taken) {
    this.scope = scope;
    this.taken = taken;
  }

  boolean isGeneralFallback() {
    return generalFallback;
  }

  List<Trigger> read(@Nullable Doc on) {
    List<Trigger> triggers = new ArrayList<>();
    if (on == null) {
      return triggers;
    }
    if (on instanceof Doc.Scalar word) {
      if (!word.text().equals(GENERAL)) {
        scope.report().add(on.place(), "wrong-word", "must be a mapping, or " + GENERAL);
      }
      general(on);
      return triggers;
    }
    Section section = Section.open(on, Shapes.TRIGGER, scope.report());
    if (section != null) {
      read(section, triggers);
    }
    return triggers;
  }

  private void read(Section section, List<Trigger> triggers) {
    for (String key : List.of("intent", "intents")) {
      each(section.get(key), intent -> add(triggers, intent, onIntent(intent)));
    }
    for (String key : List.of("event", "events")) {
      each(section.get(key), event -> add(triggers, event, new Trigger.OnEvent(event.text())));
    }
    for (String key : List.of("url", "urls")) {
      each(section.get(key), url -> add(triggers, url, onUrl(url.text().strip())));
    }
    if (section.truth(GENERAL)) {
      general(section.doc());
    }
  }

  private void general(Doc at) {
    generalFallback = true;
    Place before = taken.putIfAbsent(GENERAL, at.place());
    if (before != null) {
      scope
          .report()
          .add(at.place(), "two-fallbacks", "the general fallback is already at " + before.spot());
    }
  }

  private void each(@Nullable Doc doc, Consumer<Doc.Scalar> body) {
    switch (doc) {
      case null -> {}
      case Doc.Scalar scalar -> body.accept(scalar);
      case Doc.Items items -> items.items().forEach(item -> each(item, body));
      case Doc.Entries entries ->
          scope.report().add(entries.place(), "wrong-kind", "must be a text or a list of texts");
    }
  }

  private @Nullable Trigger onIntent(Doc.Scalar name) {
    scope.intent(name);
    String id = scope.names().intentId(name.text());
    return id == null ? null : new Trigger.OnIntent(id);
  }

  private static Trigger onUrl(String url) {
    return url.endsWith("*")
        ? new Trigger.OnUrl(url.substring(0, url.length() - 1), true)
        : new Trigger.OnUrl(url, false);
  }

  private void add(List<Trigger> triggers, Doc at, @Nullable Trigger trigger) {
    if (trigger == null) {
      return;
    }
    triggers.add(trigger);
    Place before = taken.putIfAbsent(trigger.toString(), at.place());
    if (before != null) {
      scope.report().add(at.place(), "two-stories", "starts a story already at " + before.spot());
    }
  }
}
