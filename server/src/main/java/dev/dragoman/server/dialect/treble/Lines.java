package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.server.store.ChannelAccounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a workspace as they are when a deployment comes, and which it goes out over.
record Lines(List<ChannelAccounts.Account> all) {
  /// Where a recipient is noted whom no line can reach.
  private static final String NOWHERE = "direct";

  /// The chosen line's account, or why there is none.
  record Choice(String account, @Nullable FailureReason refused) {}

  /// A line of the bot, among the wanted ones if any are: a line of another bot cannot send it.
  Choice choose(String botId, List<String> wanted) {
    List<ChannelAccounts.Account> lines =
        all.stream()
            .filter(line -> wanted.isEmpty() || wanted.stream().anyMatch(one -> is(line, one)))
            .toList();
    return lines.stream()
        .filter(line -> line.place().bot().equals(botId) && !line.disabled())
        .findFirst()
        .map(line -> new Choice(line.id(), null))
        .orElseGet(
            () ->
                new Choice(
                    NOWHERE,
                    !wanted.isEmpty() && !lines.isEmpty()
                        ? FailureReason.INVALID_POLL
                        : FailureReason.FAILURE_BY_TIER_CAPACITY));
  }

  /// A line is named by its number, with or without the country's.
  private static boolean is(ChannelAccounts.Account line, String digits) {
    String phone = line.place().phone().replace("+", "");
    return !digits.isEmpty()
        && (phone.equals(digits) || (phone.endsWith(digits) && digits.length() >= 7));
  }
}
