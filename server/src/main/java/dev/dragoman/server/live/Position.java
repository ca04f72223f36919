package dev.dragoman.server.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a reader of all events of a workspace stands: all that was committed in a snapshot is
/// told, and perhaps a part of what lies between it and a later one.
///
/// Written `NOTICE.SNAPSHOT`, or `NOTICE.SNAPSHOT.SNAPSHOT.CONVERSATION.LEG.SEQUENCE`.
///
/// @param notice the last event of the workspace's own stream that is told
/// @param since a snapshot as PostgreSQL writes it
record Position(long notice, String since, Optional<Part> part) {
  private static final String NUMBER = "[0-9]{1,18}";
  private static final String SNAPSHOT =
      "(N):(N):((?:N(?:,N)*+)?)".replace("N", NUMBER).replace("(?:N", "(?:" + NUMBER);
  private static final Pattern FORM =
      Pattern.compile(
          "("
              + NUMBER
              + ")\\.("
              + SNAPSHOT
              + ")(?:\\.("
              + SNAPSHOT
              + ")\\.([0-9a-f]{0,24})\\.([0-9]{1,9})\\.("
              + NUMBER
              + "))?");
  private static final int LONGEST = 4_000;

  /// How far the events between two snapshots are told.
  ///
  /// @param conversation all of those before it
  /// @param leg of it all before this
  /// @param sequence of it up to this
  record Part(String until, String conversation, int leg, long sequence) {}

  String text() {
    String whole = notice + "." + since;
    return part.map(
            one ->
                String.join(
                    ".",
                    whole,
                    one.until(),
                    one.conversation(),
                    Integer.toString(one.leg()),
                    Long.toString(one.sequence())))
        .orElse(whole);
  }

  /// Reads what [#text] wrote; empty for anything else.
  static Optional<Position> read(String text) {
    Matcher found = FORM.matcher(text.length() > LONGEST ? "" : text);
    if (!found.matches() || !isSnapshot(found, 3)) {
      return Optional.empty();
    }
    long notice = Long.parseLong(found.group(1));
    @Nullable String until = found.group(6);
    if (until == null) {
      return Optional.of(new Position(notice, found.group(2), Optional.empty()));
    }
    if (!isSnapshot(found, 7)) {
      return Optional.empty();
    }
    Part part =
        new Part(
            until,
            found.group(10),
            Integer.parseInt(found.group(11)),
            Long.parseLong(found.group(12)));
    return Optional.of(new Position(notice, found.group(2), Optional.of(part)));
  }

  /// What PostgreSQL takes: the running ones rise and lie between the bounds.
  private static boolean isSnapshot(Matcher found, int group) {
    long least = Long.parseLong(found.group(group));
    long most = Long.parseLong(found.group(group + 1));
    long last = least - 1;
    for (String running : found.group(group + 2).split(",", -1)) {
      long one = running.isEmpty() ? last : Long.parseLong(running);
      if (!running.isEmpty() && (one <= last || one >= most)) {
        return false;
      }
      last = one;
    }
    return least > 0 && least <= most;
  }

  /// The first transaction that a snapshot knows nothing of.
  static long end(String snapshot) {
    return Long.parseLong(snapshot.split(":", -1)[1]);
  }
}
