package dev.dragoman.server.live;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.server.delivery.NativeRenderer;
import dev.dragoman.server.store.read.FeedQueries;
import dev.dragoman.server.store.read.FeedQueries.Fed;
import dev.dragoman.server.store.read.FeedQueries.Passed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The events of one conversation; a position is a sequence.
final class ConversationFeed implements Feed {
  private final FeedQueries queries;
  private final Stream stream;
  private final Set<Kind> kinds;
  private Passed passed;
  private boolean more;

  /// Which conversation.
  record Stream(int workspace, String conversationId) {}

  ConversationFeed(FeedQueries queries, Stream stream, Set<Kind> kinds, long sequence) {
    this.queries = queries;
    this.stream = stream;
    this.kinds = kinds;
    this.passed = new Passed(sequence, 0);
  }

  @Override
  public List<Item> next() {
    List<Fed> page =
        queries.legs(stream.workspace(), stream.conversationId(), passed, WorkspaceFeed.PAGE);
    more = page.size() == WorkspaceFeed.PAGE;
    List<Item> items = new ArrayList<>();
    for (Fed fed : page) {
      long told = passed.sequence();
      Leg leg = fed.leg();
      if (leg != null) {
        for (NativeRenderer.Shown shown : NativeRenderer.shown(fed.whose(), leg)) {
          if (shown.sequence() > told && kinds.contains(shown.kind())) {
            items.add(new Item(Long.toString(shown.sequence()), shown));
          }
        }
        told = Math.max(told, leg.firstSequence() + leg.told().events().size() - 1);
      }
      passed = new Passed(told, fed.number());
    }
    return items;
  }

  @Override
  public boolean hasMore() {
    return more;
  }

  @Override
  public String position() {
    return Long.toString(passed.sequence());
  }
}
