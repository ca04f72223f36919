package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.form.ActionForm;
import dev.dragoman.core.bot.form.FormDefect;
import dev.dragoman.core.bot.form.Reading;
import dev.dragoman.core.bot.form.TextMode;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Hands written forms to the one reader of them and puts its defects back to where they stand.
final class Forms {
  private static final int LONGEST_LABEL = 500;
  private static final Re2Patterns PATTERNS = new Re2Patterns();

  private final Report report;

  Forms(Report report) {
    this.report = report;
  }

  List<Action> actions(List<Doc> written) {
    return each(written, doc -> ActionForm.read(doc.toValue(), "", TextMode.AUTHOR));
  }

  List<Arrow> arrows(List<Doc> written) {
    written.forEach(this::checkPatterns);
    return each(
        written,
        doc ->
            switch (ActionForm.readArrows(Value.List.of(doc.toValue()), "", TextMode.AUTHOR)) {
              case Reading.Read<List<Arrow>>(var arrows) -> new Reading.Read<>(arrows.getFirst());
              case Reading.Refused<List<Arrow>>(var defects) -> new Reading.Refused<>(defects);
            });
  }

  private <T> List<T> each(List<Doc> written, Function<Doc, Reading<T>> read) {
    List<T> result = new ArrayList<>(written.size());
    for (Doc doc : written) {
      T one = settled(doc, read.apply(doc));
      if (one != null) {
        result.add(one);
      }
    }
    return result;
  }

  @Nullable Target target(@Nullable Doc written) {
    return written == null
        ? null
        : settled(written, ActionForm.readTarget(written.toValue(), "", TextMode.AUTHOR));
  }

  @Nullable Phrase phrase(@Nullable Doc doc) {
    return doc == null
        ? null
        : settled(doc, ActionForm.readPhrase(doc.toValue(), "", TextMode.AUTHOR, LONGEST_LABEL));
  }

  /// A hook is read as part of an arrow, which is where its form is known.
  @Nullable HookCall hook(@Nullable Doc written) {
    if (written == null) {
      return null;
    }
    Doc arrow =
        Wire.typed(written.place(), "flow_connection")
            .put("target", Wire.typed(written.place(), "end").build())
            .put("hook", written)
            .build();
    List<Arrow> read = arrows(List.of(arrow));
    return read.isEmpty() ? null : read.getFirst().hook();
  }

  private <T> @Nullable T settled(Doc doc, Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T>(var value) -> value;
      case Reading.Refused<T>(var defects) -> {
        defects.forEach(defect -> place(doc, defect));
        yield null;
      }
    };
  }

  private void place(Doc doc, FormDefect defect) {
    Doc at = Paths.nearest(doc, defect.path());
    Place place = at.place();
    boolean known = defect.message().equals("is required") && report.has(place, "missing-key");
    if (!known) {
      String member = Paths.rest(doc, defect.path());
      report.add(place, "wrong-form", (member.isEmpty() ? "" : member + " ") + defect.message());
    }
  }

  /// Patterns must compile and stay small: they run where every conversation waits.
  private void checkPatterns(Doc doc) {
    switch (doc) {
      case Doc.Scalar _ -> {}
      case Doc.Items items -> items.items().forEach(this::checkPatterns);
      case Doc.Entries entries -> {
        if (entries.get("pattern") instanceof Doc.Scalar pattern) {
          checkPattern(pattern);
        }
        entries.entries().values().forEach(entry -> checkPatterns(entry.value()));
      }
    }
  }

  private void checkPattern(Doc.Scalar pattern) {
    try {
      PATTERNS.compile(pattern.text());
    } catch (IllegalArgumentException refused) {
      report.add(pattern.place(), "wrong-pattern", String.valueOf(refused.getMessage()));
    }
  }
}
