package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.yaml.Doc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The full written form as an author may write it: targets and intents may be given by name.
final class FullForm {
  private static final Set<String> TARGETS = Set.of("target", "defaultTarget", "selectTarget");
  private static final Set<String> INTENTS = Set.of("intent", "matchingIntent");
  private static final Set<String> FREE = Set.of("payload", "opts", "sessionValues");

  private final Scope scope;

  FullForm(Scope scope) {
    this.scope = scope;
  }

  /// The same with every reference written out and looked up.
  Doc references(Doc doc) {
    return switch (doc) {
      case Doc.Scalar scalar -> scalar;
      case Doc.Items items ->
          new Doc.Items(
              items.place(), items.span(), items.items().stream().map(this::references).toList());
      case Doc.Entries entries -> members(entries);
    };
  }

  private Doc members(Doc.Entries entries) {
    Map<String, Doc.Entry> members = new LinkedHashMap<>();
    entries
        .entries()
        .forEach(
            (name, entry) -> {
              Doc value = member(name, entry.value());
              if (value != null) {
                members.put(name, new Doc.Entry(entry.keyPlace(), entry.keySpan(), value));
              }
            });
    return new Doc.Entries(entries.place(), entries.span(), members);
  }

  private @Nullable Doc member(String name, Doc value) {
    if (value.isNothing() || FREE.contains(name)) {
      return value;
    }
    if (TARGETS.contains(name)) {
      return scope.target(value);
    }
    return INTENTS.contains(name) ? scope.intent(value) : references(value);
  }
}
