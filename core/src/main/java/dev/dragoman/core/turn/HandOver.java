package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Opening;
import dev.dragoman.core.room.RoomEvent.Cause;
import dev.dragoman.core.room.RoomEvent.Context;
import dev.dragoman.core.room.Staff;
import dev.dragoman.core.understand.text.Folding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a bot gives its conversation to the humans by itself.
final class HandOver {
  private final Settings.HandOver settings;
  private final List<String> words;

  HandOver(Bot bot) {
    this.settings = bot.settings().handOver();
    this.words = settings.words().stream().map(HandOver::padded).toList();
  }

  private static String padded(String text) {
    return " " + Folding.fold(text).strip() + " ";
  }

  /// Whether the text asks for a human in the words of the settings.
  boolean isAskedFor(String text) {
    String said = padded(text);
    return words.stream().anyMatch(said::contains);
  }

  /// Counts a text that was not understood; whether it was one too many.
  boolean missedTooOften(Run run) {
    if (settings.afterMisses() == 0) {
      return false;
    }
    int misses = run.session().misses() + 1;
    run.session(run.session().missed(misses));
    return misses >= settings.afterMisses();
  }

  /// What the bot says when words or misses bring the humans, or null.
  Action.@Nullable Say say() {
    return settings.say() == null ? null : new Action.Say(List.of(settings.say()), null);
  }

  /// The group that an action or else the settings name, if there is such a group.
  Staff.@Nullable Group group(@Nullable String reference, Run run) {
    String named = reference == null ? settings.group() : reference;
    return named == null ? null : run.staff().named(named).orElse(null);
  }

  /// Opens the room. A group that is not there is no reason to lose the contact: the room waits for
  /// anybody then.
  void open(Staff.@Nullable Group group, Cause cause, @Nullable String back, Run run) {
    Walk.leaveStep(run);
    run.session(run.session().missed(0));
    Opening.Wish wish =
        new Opening.Wish(group, settings.desk(), cause, Value.Obj.EMPTY, back, lastWords(run));
    RoomState.apply(
        Opening.open(wish, RoomState.setting(settings.rules(), Staff.UNKNOWN, run)), run);
  }

  /// What was said last before a hand-over.
  static Context lastWords(Run run) {
    Session session = run.state().holder().session();
    return new Context(
        run.input() instanceof Input.Text text ? text.text() : "",
        session == null ? "" : session.at().sentText());
  }
}
