package dev.dragoman.core.conversation;

import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;

/// The outside values a decision may read, recorded with its leg.
///
/// `attributes` holds the contact's attributes that the bot declares it reads; `publishedVersion`
/// is the bot's current publication; `teamOnline` and `logged` are what their conditions test;
/// `times` is how long this installation lets turns and hooks take.
public record Facts(
    Value.Obj attributes,
    int publishedVersion,
    boolean teamOnline,
    boolean logged,
    TurnTimes times) {
  /// The facts of an installation that sets no times.
  public Facts(Value.Obj attributes, int publishedVersion, boolean teamOnline, boolean logged) {
    this(attributes, publishedVersion, teamOnline, logged, TurnTimes.STANDARD);
  }

  /// The same with other attributes.
  public Facts attributes(Value.Obj newAttributes) {
    return new Facts(newAttributes, publishedVersion, teamOnline, logged, times);
  }
}
