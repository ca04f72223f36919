package dev.dragoman.server.channel;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the written form of an action into what a channel says; what only a page around a chat
/// understands says nothing.
///
/// A choice that leads somewhere gets the id `SEQUENCE-NUMBER`: the event it stands in and its
/// place there, from 0. What a click on it does is looked up there, so nobody can make up a target.
///
/// Besides the actions of a bot file it knows `send_location_action` (`latitude`, `longitude`,
/// `name`, `address`) and `send_media_action` (`kind`, `url`, `caption`).
final class Utterances {
  private static final String NAME = "name";
  private static final String TITLE = "title";
  private static final String MESSAGE = "message";
  private static final String ACTION = "action";

  private Utterances() {}

  /// The messages of an action in order, perhaps none.
  static List<Said> of(long sequence, Value.Obj action) {
    return switch (text(action, "type")) {
      case "send_text_action" -> words(text(action, "text"));
      case "send_image_action" ->
          List.of(
              new Said.Media(Said.Media.Kind.IMAGE, text(action, "imageURL"), action.text("alt")));
      case "send_quick_replies_action" -> quickReplies(sequence, action);
      case "send_cards_action", "send_simple_cards_action" -> cards(sequence, action);
      case "send_choices_list_action" -> choices(sequence, action);
      case "customer_satisfaction_action" -> faces(sequence, action);
      case "send_user_input_action" -> words(text(action, "text"));
      case "ask_location_action" -> List.of(new Said.AskLocation(text(action, MESSAGE)));
      case "send_template_action" -> List.of(template(action));
      case "send_location_action" -> location(action).stream().toList();
      case "send_media_action" -> List.of(media(action));
      default -> List.of();
    };
  }

  /// What somebody in a room says.
  static List<Said> of(Content content) {
    return switch (content.kind()) {
      case TEXT -> words(content.value());
      case IMAGE -> List.of(new Said.Media(Said.Media.Kind.IMAGE, content.value(), null));
      case FILE -> {
        String name = content.name().isEmpty() ? null : content.name();
        yield List.of(new Said.Media(Said.Media.Kind.DOCUMENT, content.value(), name));
      }
    };
  }

  private static List<Said> words(String text) {
    return text.isEmpty() ? List.of() : List.of(new Said.Text(text));
  }

  private static List<Said> quickReplies(long sequence, Value.Obj action) {
    List<Said.Choice> choices = new ArrayList<>();
    StringBuilder text = new StringBuilder(text(action, MESSAGE));
    List<Value.Obj> buttons = objects(action, "buttons");
    for (int i = 0; i < buttons.size(); i++) {
      add(buttons.get(i), sequence, i, choices, text);
    }
    return List.of(asked(text.toString(), choices, null));
  }

  /// An address to open is written out; everything else is a choice.
  private static void add(
      Value.Obj button, long sequence, int at, List<Said.Choice> choices, StringBuilder text) {
    String url = object(button, ACTION).text("url");
    if (url != null) {
      text.append('\n').append(text(button, TITLE)).append(": ").append(url);
    } else {
      choices.add(new Said.Choice(sequence + "-" + at, text(button, TITLE)));
    }
  }

  /// Buttons where they fit, else a list, else numbered words.
  static Said asked(String text, List<Said.Choice> choices, @Nullable String imageUrl) {
    if (choices.isEmpty()) {
      return imageUrl == null
          ? new Said.Text(text)
          : new Said.Media(Said.Media.Kind.IMAGE, imageUrl, text);
    }
    if (choices.size() <= Said.Buttons.MOST && allFit(choices, Said.Buttons.TITLE)) {
      return new Said.Buttons(text, choices, imageUrl);
    }
    if (choices.size() <= Said.Menu.MOST && allFit(choices, Said.Menu.TITLE)) {
      return new Said.Menu(text, "…", List.of(new Said.Section("", choices)));
    }
    return new Said.Text(numbered(text, choices));
  }

  private static boolean allFit(List<Said.Choice> choices, int most) {
    return choices.stream()
            .allMatch(one -> one.title().codePointCount(0, one.title().length()) <= most)
        && choices.stream().map(Said.Choice::title).distinct().count() == choices.size();
  }

  private static String numbered(String text, List<Said.Choice> choices) {
    StringBuilder all = new StringBuilder(text);
    for (int i = 0; i < choices.size(); i++) {
      all.append('\n').append(i + 1).append(". ").append(choices.get(i).title());
    }
    return all.toString();
  }

  private static List<Said> cards(long sequence, Value.Obj action) {
    List<Said> said = new ArrayList<>();
    int at = 0;
    for (Value.Obj card : objects(action, "cards")) {
      StringBuilder text = new StringBuilder(text(card, TITLE));
      line(text, card.text("subtitle"));
      line(text, card.text("url"));
      List<Said.Choice> choices = new ArrayList<>();
      for (Value.Obj button : objects(card, "buttons")) {
        add(button, sequence, at++, choices, text);
      }
      said.add(asked(text.toString(), choices, card.text("imageURL")));
    }
    return said;
  }

  private static void line(StringBuilder text, @Nullable String more) {
    if (more != null) {
      text.append('\n').append(more);
    }
  }

  private static List<Said> choices(long sequence, Value.Obj action) {
    List<Said.Section> sections = new ArrayList<>();
    List<Said.Choice> all = new ArrayList<>();
    for (Value.Obj section : objects(action, "sections")) {
      List<Said.Choice> rows = new ArrayList<>();
      for (Value.Obj choice : objects(section, "choices")) {
        rows.add(new Said.Choice(sequence + "-" + all.size(), text(choice, TITLE)));
        all.add(rows.getLast());
      }
      sections.add(new Said.Section(text(section, TITLE), rows));
    }
    String open = text(action, "placeholder");
    String words = action.text(MESSAGE) == null ? open : text(action, MESSAGE);
    boolean fits = all.size() <= Said.Menu.MOST && allFit(all, Said.Menu.TITLE);
    return List.of(
        fits ? new Said.Menu(words, open, sections) : new Said.Text(numbered(words, all)));
  }

  private static List<Said> faces(long sequence, Value.Obj action) {
    List<Said.Choice> choices = new ArrayList<>();
    for (Value.Obj face : objects(action, "choices")) {
      choices.add(new Said.Choice(sequence + "-" + choices.size(), text(face, "label")));
    }
    return List.of(asked(text(action, MESSAGE), choices, null));
  }

  private static Said template(Value.Obj action) {
    List<Value> components = new ArrayList<>();
    String header = action.text("header");
    if (header != null) {
      components.add(component("header", List.of(Value.of(header))));
    }
    if (action.get("body") instanceof Value.List(var texts) && !texts.isEmpty()) {
      components.add(component("body", texts));
    }
    return new Said.Template(
        text(action, NAME), text(action, "language"), new Value.List(components));
  }

  private static Value component(String type, List<Value> texts) {
    Value.List parameters =
        new Value.List(
            texts.stream()
                .<Value>map(
                    text -> Value.Obj.builder().put("type", "text").put("text", text).build())
                .toList());
    return Value.Obj.builder().put("type", type).put("parameters", parameters).build();
  }

  private static Optional<Said> location(Value.Obj action) {
    BigDecimal latitude = number(action.get("latitude"));
    BigDecimal longitude = number(action.get("longitude"));
    return latitude == null || longitude == null
        ? Optional.empty()
        : Optional.of(
            new Said.Location(latitude, longitude, action.text(NAME), action.text("address")));
  }

  private static @Nullable BigDecimal number(@Nullable Value value) {
    return value instanceof Value.Num number ? number.decimal() : null;
  }

  private static Said media(Value.Obj action) {
    Said.Media.Kind kind =
        switch (text(action, "kind").toLowerCase(Locale.ROOT)) {
          case "image" -> Said.Media.Kind.IMAGE;
          case "video" -> Said.Media.Kind.VIDEO;
          case "audio" -> Said.Media.Kind.AUDIO;
          default -> Said.Media.Kind.DOCUMENT;
        };
    return new Said.Media(kind, text(action, "url"), action.text("caption"));
  }

  /// What stands behind choice number `at` of an action, with the title that was shown; null when
  /// there is none.
  static Value.@Nullable Obj choice(Value.Obj action, int at) {
    List<Value.Obj> all = new ArrayList<>(objects(action, "buttons"));
    objects(action, "cards").forEach(card -> all.addAll(objects(card, "buttons")));
    objects(action, "sections").forEach(section -> all.addAll(objects(section, "choices")));
    if (all.isEmpty()) {
      all.addAll(objects(action, "choices"));
    }
    return at < all.size() ? all.get(at) : null;
  }

  static List<Value.Obj> objects(Value.Obj in, String name) {
    return in.get(name) instanceof Value.List(var items)
        ? items.stream().filter(Value.Obj.class::isInstance).map(Value.Obj.class::cast).toList()
        : List.of();
  }

  static Value.Obj object(Value.Obj in, String name) {
    return in.get(name) instanceof Value.Obj inner ? inner : Value.Obj.EMPTY;
  }

  static String text(Value.Obj in, String name) {
    String text = in.text(name);
    return text == null ? "" : text;
  }
}
