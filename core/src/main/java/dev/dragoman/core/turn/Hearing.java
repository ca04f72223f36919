package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Trigger;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.room.Room;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Takes what the contact does and hands it to the right room; starts the session if needed.
final class Hearing {
  private final Bot bot;
  private final Sessions sessions;
  private final Listening listening;
  private final Walk walk;
  private final ValueTypes types;
  private final Humans humans;

  /// Who else is needed to hear.
  record Aside(ValueTypes types, Humans humans) {}

  Hearing(Bot bot, Sessions sessions, Listening listening, Walk walk, Aside aside) {
    this.bot = bot;
    this.sessions = sessions;
    this.listening = listening;
    this.walk = walk;
    this.types = aside.types();
    this.humans = aside.humans();
  }

  /// What has just been said or done.
  void hear(Input.Ordered input, Run run) {
    run.tell(new Event.Received(run.chance.objectId(), null));
    heard(input, run);
  }

  /// What had waited: it was said as `said` and is taken as `input`.
  void hear(Input.Ordered input, Input.Ordered said, Run run) {
    run.tell(new Event.Received(run.chance.objectId(), said));
    heard(input, run);
  }

  private void heard(Input.Ordered input, Run run) {
    Room room = RoomState.open(run);
    if (room != null) {
      humans.heard(input, room, run);
      return;
    }
    String restarted = sessions.open(input, run);
    if (!run.botHolds()) {
      return;
    }
    sessions.follow(input, run);
    switch (input) {
      case Input.Text _ when restarted != null -> walk.enter(new Target.ToStory(restarted), run);
      case Input.Text text -> listening.hear(text, run);
      case Input.GoTo(var target, _, var values) -> {
        run.store(types.typed(values));
        walk.enter(target, run);
      }
      case Input.CustomEvent(var name) ->
          start(story(trigger -> trigger.equals(new Trigger.OnEvent(name))), run);
      case Input.UrlLoaded(var url) -> start(storyOfUrl(url), run);
      case Input.SatisfactionGiven(_, var target) -> walk.enter(target, run);
    }
  }

  private void start(Optional<Story> story, Run run) {
    story.ifPresent(found -> listening.enterOther(found, null, run));
  }

  private Optional<Story> story(Predicate<Trigger> wanted) {
    return bot.stories().stream()
        .filter(story -> story.triggers().stream().anyMatch(wanted))
        .findFirst();
  }

  /// The exact address, else the longest prefix.
  private Optional<Story> storyOfUrl(String url) {
    return bot.stories().stream()
        .flatMap(story -> matches(story, url))
        .max(Comparator.comparingInt(Match::strength))
        .map(Match::story);
  }

  private record Match(Story story, int strength) {}

  private static Stream<Match> matches(Story story, String url) {
    return story.triggers().stream()
        .filter(Trigger.OnUrl.class::isInstance)
        .map(Trigger.OnUrl.class::cast)
        .filter(on -> on.prefix() ? url.startsWith(on.url()) : url.equals(on.url()))
        .map(on -> new Match(story, on.prefix() ? on.url().length() : Integer.MAX_VALUE));
  }
}
