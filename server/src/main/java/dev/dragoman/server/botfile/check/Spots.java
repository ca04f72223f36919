package dev.dragoman.server.botfile.check;

import dev.dragoman.core.check.Spot;
import dev.dragoman.server.botfile.Positions;
import dev.dragoman.server.botfile.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds where in the files a part of a bot stands, or the innermost whole of it that was written.
///
/// A file is shorter than the bot it makes: one `set` may be several actions, `next: size` is a
/// list of one arrow, a button may be `title: where to go`.
final class Spots {
  private static final Set<String> ONE_ACTION_EACH =
      Set.of("set", "add", "attribute", "add-attribute");

  private final Positions positions;

  Spots(Positions positions) {
    this.positions = positions;
  }

  /// Where the spot stands.
  Place place(Spot spot) {
    Optional<Place> whole = positions.ofId(spot.id());
    if (whole.isEmpty()) {
      return positions.ofPath("bot").orElse(new Place("bot.yaml", 1, 1, ""));
    }
    String path = whole.get().path();
    for (String name :
        spot.part().isEmpty() ? List.<String>of() : List.of(spot.part().split("\\."))) {
      String inner = step(path, name);
      if (inner == null) {
        break;
      }
      path = inner;
    }
    return positions.ofPath(path).orElse(whole.get());
  }

  private @Nullable String step(String path, String name) {
    int open = name.indexOf('[');
    if (open < 0) {
      return name.equals("examples") ? path : existing(path + "." + name);
    }
    int index = Integer.parseInt(name, open + 1, name.length() - 1, 10);
    String plain = name.substring(0, open);
    if (plain.equals("actions")) {
      return item(actions(path), index);
    }
    if (isAction(path)) {
      return step(positions.parts(path).getFirst(), name);
    }
    String member = existing(path + "." + plain);
    String inner = member == null && path.endsWith("." + plain) ? path : member;
    if (inner == null) {
      return example(path, plain, index);
    }
    List<String> parts = positions.parts(inner);
    return parts.isEmpty() || (index == 0 && !isList(inner) && plain.matches("next|links"))
        ? inner
        : item(parts, index);
  }

  /// An action in its short form: a mapping of one verb.
  private boolean isAction(String path) {
    List<String> parts = positions.parts(path);
    return path.endsWith("]") && parts.size() == 1 && parts.getFirst().startsWith(path + ".");
  }

  /// An example of an intent: under its language, under `examples`, or in a list without language.
  private @Nullable String example(String path, String language, int index) {
    for (String list : List.of(path + ".examples." + language, path + ".examples", path)) {
      if (isList(list)) {
        return item(positions.parts(list), index);
      }
    }
    return null;
  }

  private List<String> actions(String path) {
    List<String> actions = new ArrayList<>();
    String say = existing(path + ".say");
    if (say != null) {
      actions.add(say);
    }
    String list = path + ".do";
    if (isList(list)) {
      positions.parts(list).forEach(item -> addActions(item, actions));
    } else if (existing(list) != null) {
      addActions(list, actions);
    }
    return actions.isEmpty() ? List.of(path) : actions;
  }

  private void addActions(String item, List<String> actions) {
    List<String> verbs = positions.parts(item);
    String verb = verbs.size() == 1 ? verbs.getFirst().substring(item.length() + 1) : "";
    if (ONE_ACTION_EACH.contains(verb)) {
      actions.addAll(positions.parts(verbs.getFirst()));
    } else {
      actions.add(item);
      if (verb.equals("hand-over")) {
        actions.add(item);
      }
    }
  }

  private boolean isList(String path) {
    return positions.parts(path).stream().anyMatch(part -> part.startsWith(path + "["));
  }

  private @Nullable String existing(String path) {
    return positions.ofPath(path).isPresent() ? path : null;
  }

  private static @Nullable String item(List<String> items, int index) {
    return index < items.size() ? items.get(index) : null;
  }
}
