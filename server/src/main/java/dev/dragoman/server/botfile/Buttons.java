package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.shape.ActionShapes;
import dev.dragoman.server.botfile.yaml.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes out the short forms of buttons: a title, `title: where to go`, or a mapping.
final class Buttons {
  private static final Set<String> CLICKS = Set.of("go", "url", "reply", "share", "action");

  private final Scope scope;

  Buttons(Scope scope) {
    this.scope = scope;
  }

  /// The written buttons of a list or of a mapping from titles to places.
  @Nullable Doc all(@Nullable Doc doc, String type) {
    List<Doc> buttons = new ArrayList<>();
    switch (doc) {
      case null -> {
        return null;
      }
      case Doc.Items items -> items.items().forEach(item -> add(buttons, item, type));
      case Doc.Entries mapping ->
          mapping
              .entries()
              .forEach(
                  (title, entry) ->
                      buttons.add(
                          button(type, Wire.text(entry.keyPlace(), title), goTo(entry.value()))));
      case Doc.Scalar scalar ->
          scope.report().add(scalar.place(), "wrong-kind", "must be a list of buttons");
    }
    return Wire.list(doc.place(), buttons);
  }

  private void add(List<Doc> buttons, Doc item, String type) {
    if (item instanceof Doc.Scalar title) {
      buttons.add(button(type, Wire.text(title.place(), title.text()), reply(title)));
      return;
    }
    if (item instanceof Doc.Entries full && full.has("type")) {
      buttons.add(new FullForm(scope).references(full));
      return;
    }
    Section section = Section.open(item, ActionShapes.BUTTON, scope.report());
    if (section != null) {
      buttons.add(button(type, section.get("title"), click(section)));
    }
  }

  private static Doc button(String type, @Nullable Doc title, Doc action) {
    return Wire.typed(action.place(), type).put("title", title).put("action", action).build();
  }

  private Doc click(Section section) {
    List<String> given = CLICKS.stream().filter(section::has).sorted().toList();
    if (given.size() != 1) {
      scope
          .report()
          .add(
              section.place(),
              "one-click",
              "needs exactly one of go, url, reply, share and action");
      return share(section.doc());
    }
    Doc value = section.get(given.getFirst());
    if (value == null) {
      return share(section.doc());
    }
    return switch (given.getFirst()) {
      case "go" -> goTo(value, section.get("set"));
      case "url" -> Wire.typed(value.place(), "open_url_action").put("url", value).build();
      case "reply" -> reply(value);
      case "share" -> share(value);
      default -> new FullForm(scope).references(value);
    };
  }

  private static Doc share(Doc at) {
    return Wire.typed(at.place(), "share_action").build();
  }

  private static Doc reply(Doc message) {
    return Wire.typed(message.place(), "legacy_reply_to_message_action")
        .put("message", Wire.asText(message))
        .build();
  }

  private Doc goTo(Doc go) {
    return goTo(go, null);
  }

  /// The written click that leads to `go` with these session values.
  Doc goTo(Doc go, @Nullable Doc values) {
    return Wire.typed(go.place(), "go_to_action")
        .put("target", scope.target(go))
        .put("sessionValues", values)
        .build();
  }
}
