package dev.dragoman.server.channel;

import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be said over a channel, in no provider's words.
public sealed interface Said {
  /// Plain words.
  record Text(String text) implements Said {}

  /// Words with buttons under them; `imageUrl` stands above, or null.
  record Buttons(String text, List<Choice> choices, @Nullable String imageUrl) implements Said {
    /// At most so many fit.
    public static final int MOST = 3;

    /// Longest title of one.
    public static final int TITLE = 20;

    /// Copies the list.
    public Buttons {
      choices = List.copyOf(choices);
    }
  }

  /// Words with a list to choose from behind the button `open`.
  record Menu(String text, String open, List<Section> sections) implements Said {
    /// At most so many rows fit, all sections together.
    public static final int MOST = 10;

    /// Longest title of one.
    public static final int TITLE = 24;

    /// Copies the list.
    public Menu {
      sections = List.copyOf(sections);
    }
  }

  /// A part of a list; the title is empty when there is only one.
  record Section(String title, List<Choice> choices) {
    /// Copies the list.
    public Section {
      choices = List.copyOf(choices);
    }
  }

  /// Something to choose; its id comes back when it is chosen.
  record Choice(String id, String title) {}

  /// A place.
  record Location(
      BigDecimal latitude, BigDecimal longitude, @Nullable String name, @Nullable String address)
      implements Said {}

  /// Asks for the contact's place.
  record AskLocation(String text) implements Said {}

  /// A file the provider fetches from an address.
  record Media(Kind kind, String url, @Nullable String caption) implements Said {
    /// What kind of file.
    public enum Kind {
      IMAGE,
      VIDEO,
      AUDIO,
      DOCUMENT
    }
  }

  /// A message the provider approved beforehand.
  ///
  /// @param language such as `es` or `es_MX`
  /// @param components the provider's own form of what is filled in, perhaps empty
  record Template(String name, String language, Value.List components) implements Said {}
}
