package dev.dragoman.core.conversation;

import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Staff;

/// The outside values a decision may read, recorded with its leg.
///
/// `attributes` holds the contact's attributes that the bot declares it reads; `publishedVersion`
/// is the bot's current publication; `teamOnline` and `logged` are what their conditions test;
/// `times` is how long this installation lets turns and hooks take; `staff` are the groups and
/// agents the decision reads.
public record Facts(
    Value.Obj attributes,
    int publishedVersion,
    boolean teamOnline,
    boolean logged,
    TurnTimes times,
    Staff staff) {
  /// The facts of an installation that sets no times, for a decision that reads no staff.
  public Facts(Value.Obj attributes, int publishedVersion, boolean teamOnline, boolean logged) {
    this(attributes, publishedVersion, teamOnline, logged, TurnTimes.STANDARD, Staff.UNKNOWN);
  }

  /// The same where turns may take so long.
  public Facts turnMillis(int millis) {
    return times(new TurnTimes(millis, times.hookMillis()));
  }

  /// The same with other attributes.
  public Facts attributes(Value.Obj newAttributes) {
    return new Facts(newAttributes, publishedVersion, teamOnline, logged, times, staff);
  }

  /// The same under other times.
  public Facts times(TurnTimes newTimes) {
    return new Facts(attributes, publishedVersion, teamOnline, logged, newTimes, staff);
  }

  /// The same with these groups and agents.
  public Facts staff(Staff newStaff) {
    return new Facts(attributes, publishedVersion, teamOnline, logged, times, newStaff);
  }

  /// The same with a team that is there or is not.
  public Facts teamOnline(boolean online) {
    return new Facts(attributes, publishedVersion, online, logged, times, staff);
  }
}
