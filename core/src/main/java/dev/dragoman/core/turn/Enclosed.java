package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// What came with a text: a place, or a file (contract treble §2.1.2).
///
/// A place is an attachment of `type` `location` with `location` (`latitude`, `longitude`,
/// `address`); a file is any other that has a `url`.
record Enclosed(Value.@Nullable Obj place, @Nullable String fileUrl, String words) {
  /// What is added to the name of a value to name the address of the file that came with it.
  static final String FILE_URL = "_file_url";

  static Enclosed in(Input.Text text) {
    Value.Obj place = null;
    String url = null;
    boolean repeats = false;
    for (Value attachment : text.attachments()) {
      if (attachment instanceof Value.Obj given && given.get("location") instanceof Value.Obj at) {
        place = place == null && isPlace(at) ? at : place;
      } else if (attachment instanceof Value.Obj file && file.text("url") != null) {
        url = url == null ? file.text("url") : url;
        repeats |= repeats(text.text(), file);
      }
    }
    return new Enclosed(place, url, repeats ? "" : text.text());
  }

  private static boolean isPlace(Value.Obj place) {
    return place.get("latitude") instanceof Value.Num
        && place.get("longitude") instanceof Value.Num;
  }

  /// A file without a caption is its address to whoever reads texts only; those are no words.
  private static boolean repeats(String text, Value.Obj file) {
    return text.equals(file.text("url")) || text.equals(file.text("id"));
  }

  boolean isEmpty() {
    return place == null && fileUrl == null && words.isBlank();
  }

  /// What a question keeps of it.
  Value value() {
    return place == null ? Value.of(words) : place;
  }
}
