package dev.dragoman.core.bot;

import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a bot behaves where authors differ.
///
/// `zone` is an IANA zone name; `fixedThreshold` replaces the threshold that training found;
/// `valueScope` says what ends the life of session values; `webhook` is where steps that ask for
/// it call; `sessionIdleHours` is how long a session keeps its bot version unused; `handOver` says
/// when and where the humans take over; `closing` what ends a session by itself; `clock` how its
/// texts tell the time; `collectMillis` how long a text waits for more, to be answered together (0:
/// not at all).
public record Settings(
    String zone,
    @Nullable Double fixedThreshold,
    ValueScope valueScope,
    @Nullable Webhook webhook,
    int sessionIdleHours,
    HandOver handOver,
    Closing closing,
    Clock clock,
    int collectMillis) {
  /// Settings of a bot that hands over by its steps alone, never ends a session, tells the time in
  /// its zone and answers at once.
  public Settings(
      String zone,
      @Nullable Double fixedThreshold,
      ValueScope valueScope,
      @Nullable Webhook webhook,
      int sessionIdleHours) {
    this(
        zone,
        fixedThreshold,
        valueScope,
        webhook,
        sessionIdleHours,
        HandOver.STANDARD,
        Closing.NEVER,
        Clock.ZONE,
        0);
  }

  /// The same with another scope of values.
  public Settings valueScope(ValueScope other) {
    return new Settings(
        zone,
        fixedThreshold,
        other,
        webhook,
        sessionIdleHours,
        handOver,
        closing,
        clock,
        collectMillis);
  }

  /// The same with another hand-over.
  public Settings handOver(HandOver other) {
    return new Settings(
        zone,
        fixedThreshold,
        valueScope,
        webhook,
        sessionIdleHours,
        other,
        closing,
        clock,
        collectMillis);
  }

  /// The same with another end of sessions.
  public Settings closing(Closing other) {
    return new Settings(
        zone,
        fixedThreshold,
        valueScope,
        webhook,
        sessionIdleHours,
        handOver,
        other,
        clock,
        collectMillis);
  }

  /// The same by another clock.
  public Settings clock(Clock other) {
    return new Settings(
        zone,
        fixedThreshold,
        valueScope,
        webhook,
        sessionIdleHours,
        handOver,
        closing,
        other,
        collectMillis);
  }

  /// The same, collecting texts for so long.
  public Settings collecting(int millis) {
    return new Settings(
        zone,
        fixedThreshold,
        valueScope,
        webhook,
        sessionIdleHours,
        handOver,
        closing,
        clock,
        millis);
  }

  /// What ends a session by itself. `answered` ends it when the contact has answered a step that
  /// nothing follows; `quietMillis` when nothing has happened in the conversation for so long (0:
  /// never).
  public record Closing(boolean answered, long quietMillis) {
    /// A session is there until something ends it.
    public static final Closing NEVER = new Closing(false, 0);
  }

  /// When and where the humans take over. `group` is the number or name of the group a room waits
  /// for where nothing else is said, or null for none; `words` are texts that ask for a human;
  /// `afterMisses` is how many texts in a row may be misunderstood before they take over (0: any
  /// number); `say` is said when words or misses brought them; `rules` hold for a room of no group.
  public record HandOver(
      @Nullable String group,
      Desk desk,
      List<String> words,
      int afterMisses,
      @Nullable Phrase say,
      Rules rules) {
    /// Only a step or a caller hands over.
    public static final HandOver STANDARD =
        new HandOver(null, Desk.OWN, List.of(), 0, null, Rules.STANDARD);

    /// Copies the list.
    public HandOver {
      words = List.copyOf(words);
    }
  }

  /// How texts and conditions tell the time.
  public enum Clock {
    /// In the bot's zone; weekdays by their names in the contact's language.
    ZONE,
    /// In GMT; weekdays by their numbers, 1 for Monday to 7 (contract treble §5.5).
    GMT
  }

  /// What ends the life of session values.
  public enum ValueScope {
    /// Entering a different story by intent or event clears them; links and buttons keep them.
    STORY,
    /// They live as long as the session.
    SESSION
  }

  /// Where step webhooks go (contract clustaar §5.1). `authorization` and `signingKey` name
  /// secrets of the server, never hold them.
  public record Webhook(String url, @Nullable String authorization, @Nullable String signingKey) {}

  /// The settings of a bot file that names none.
  public static Settings standard() {
    return new Settings("UTC", null, ValueScope.STORY, null, 24);
  }
}
