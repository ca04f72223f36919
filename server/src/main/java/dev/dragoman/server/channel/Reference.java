package dev.dragoman.server.channel;

import dev.dragoman.core.model.Ids;
import dev.dragoman.server.store.ChannelSends;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a message is named to its provider, which says it again in every report on it: so a report
/// finds its message even when it comes before the answer, or when the answer was lost.
final class Reference {
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{24})\\.([0-9]{1,18})\\.([0-9]{1,4})");

  private Reference() {}

  static String of(ChannelSends.Key key) {
    return key.conversationId() + "." + key.sequence() + "." + key.part();
  }

  static Optional<ChannelSends.Key> read(int workspace, String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() && Ids.isObjectId(matcher.group(1))
        ? Optional.of(
            new ChannelSends.Key(
                workspace,
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }
}
