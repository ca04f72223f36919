package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Alarms;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.Rules;
import dev.dragoman.core.room.Staff;
import dev.dragoman.core.room.Step;
import dev.dragoman.core.room.Transitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What humans do, and what is done to them: the moves of a room become part of the conversation,
/// and the bot goes on when they have left.
final class Humans {
  private final Rules rules;
  private final Sessions sessions;
  private final Walk walk;

  Humans(Bot bot, Sessions sessions, Walk walk) {
    this.rules = bot.settings().handOver().rules();
    this.sessions = sessions;
    this.walk = walk;
  }

  Decision move(Move move, Run run) {
    Room before = RoomState.open(run);
    return switch (transitions(run.staff().of(move), run)
        .move(before, move, HandOver.lastWords(run))) {
      case Step.Refused(var refusal) -> new Decision.RoomRefused(refusal);
      case Step.Moved moved -> {
        if (before == null) {
          Walk.leaveStep(run);
        }
        apply(before, moved, run);
        yield run.decided();
      }
    };
  }

  /// An alarm of the room that is open; without one it is late and does nothing.
  void rang(Alarms.Alarm alarm, Run run) {
    Room room = RoomState.open(run);
    if (room != null) {
      apply(room, transitions(Staff.UNKNOWN, run).rang(room, alarm), run);
    }
  }

  /// What the contact does while the humans hold goes to them and to nobody else.
  void heard(Input.Ordered input, Room room, Run run) {
    apply(room, transitions(Staff.UNKNOWN, run).heard(room, contents(input)), run);
  }

  private Transitions transitions(Staff staff, Run run) {
    return new Transitions(RoomState.setting(rules, staff, run));
  }

  private void apply(@Nullable Room before, Step.Moved moved, Run run) {
    RoomState.apply(moved, run);
    if (before != null && moved.after() == null && run.botHolds()) {
      goOn(before, run);
    }
  }

  /// The bot goes on where it was: behind the step that handed over, or before the question that
  /// somebody interrupted.
  private void goOn(Room room, Run run) {
    String back = room.origin().back();
    String restarted = sessions.migrate(run.session(), run);
    if (restarted == null) {
      walk.takeUp(run, back != null && back.equals(run.session().at().stepId()));
    }
  }

  private static List<Content> contents(Input.Ordered input) {
    return switch (input) {
      case Input.Text(var text, var attachments, _) -> {
        List<Content> contents = new ArrayList<>();
        if (!text.isBlank()) {
          contents.add(Content.text(text));
        }
        attachments.forEach(attachment -> contents.add(file(attachment)));
        yield contents;
      }
      case Input.GoTo(_, var name, _) -> name == null ? List.of() : List.of(Content.text(name));
      case Input.CustomEvent _, Input.UrlLoaded _, Input.SatisfactionGiven _ -> List.of();
    };
  }

  private static Content file(Value attachment) {
    if (!(attachment instanceof Value.Obj described)) {
      return new Content(Content.Kind.FILE, Plain.text(attachment), "", "", 0);
    }
    String mime = text(described, "mime", "mimeType", "contentType");
    String type = text(described, "type") + " " + mime;
    Content.Kind kind =
        type.toLowerCase(Locale.ROOT).contains("image") ? Content.Kind.IMAGE : Content.Kind.FILE;
    return new Content(kind, text(described, "url", "id"), text(described, "name"), mime, 0);
  }

  private static String text(Value.Obj described, String... names) {
    for (String name : names) {
      String text = Plain.text(described.get(name));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
