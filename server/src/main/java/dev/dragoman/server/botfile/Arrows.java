package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes out the short forms of arrows and hooks.
final class Arrows {
  private final Scope scope;

  Arrows(Scope scope) {
    this.scope = scope;
  }

  /// The written arrows of `next` or `links`: a place to go, or a list of arrows.
  List<Doc> all(@Nullable Doc doc) {
    List<Doc> arrows = new ArrayList<>();
    switch (doc) {
      case null -> {}
      case Doc.Items items -> items.items().forEach(item -> add(arrows, item));
      case Doc other -> add(arrows, other);
    }
    return arrows;
  }

  private void add(List<Doc> arrows, Doc doc) {
    if (doc instanceof Doc.Entries full && full.has("type")) {
      arrows.add(new FullForm(scope).references(full));
      return;
    }
    if (doc instanceof Doc.Scalar) {
      arrows.add(arrow(doc, List.of(), scope.target(doc), null));
      return;
    }
    Section section = Section.open(doc, Shapes.ARROW, scope.report());
    if (section == null) {
      return;
    }
    List<Doc> when = new ArrayList<>(new Conditions(scope).all(section.get("when")));
    Doc intent = section.get("intent");
    if (intent != null) {
      when.add(intentTest(intent));
    }
    arrows.add(arrow(doc, when, scope.target(section.get("go")), hook(section.get("hook"))));
  }

  private Doc intentTest(Doc intent) {
    return Wire.typed(intent.place(), "connection_predicate")
        .put("valueGetter", Wire.typed(intent.place(), "message").build())
        .put(
            "condition",
            Wire.typed(intent.place(), "match_intent").put("intent", scope.intent(intent)).build())
        .build();
  }

  private static Doc arrow(Doc at, List<Doc> when, @Nullable Doc target, @Nullable Doc hook) {
    return Wire.typed(at.place(), "flow_connection")
        .put("target", target)
        .put("predicates", Wire.list(at.place(), when))
        .put("hook", hook)
        .build();
  }

  /// The written hook of an address or a mapping.
  @Nullable Doc hook(@Nullable Doc doc) {
    if (doc == null) {
      return null;
    }
    if (doc instanceof Doc.Scalar) {
      return Wire.at(doc.place()).put("url", Wire.asText(doc)).build();
    }
    return Section.open(doc, Shapes.HOOK, scope.report()) == null ? null : doc;
  }
}
