package dev.dragoman.server.live;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.server.delivery.NativeRenderer;
import dev.dragoman.server.delivery.Notice;
import dev.dragoman.server.store.Lanes;
import dev.dragoman.server.store.read.FeedQueries;
import dev.dragoman.server.store.read.FeedQueries.Fed;
import dev.dragoman.server.store.read.FeedQueries.Noticed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The events of all conversations of a workspace, and its own: what was committed between one look
/// and the next, each conversation in its order.
final class WorkspaceFeed implements Feed {
  /// Legs that are read at once.
  static final int PAGE = 100;

  private final FeedQueries queries;
  private final Wanted wanted;
  private Position position;
  private boolean more;

  /// What a reader may and wants to see.
  ///
  /// @param botId null for all bots and the workspace's own events
  record Wanted(int workspace, @Nullable String botId, Set<Kind> kinds) {}

  WorkspaceFeed(FeedQueries queries, Wanted wanted, Position position) {
    this.queries = queries;
    this.wanted = wanted;
    this.position = position;
  }

  /// From now on.
  static Position now(FeedQueries queries, int workspace) {
    return new Position(queries.lastNotice(workspace), queries.now(workspace), Optional.empty());
  }

  @Override
  public List<Item> next() {
    Position.Part part =
        position
            .part()
            .orElseGet(() -> new Position.Part(queries.now(wanted.workspace()), "", 0, 0));
    // What was begun at another look is followed by what was committed since.
    boolean begun = position.part().isPresent();
    more = false;
    List<Item> items = part.until().equals(position.since()) ? new ArrayList<>() : legs(part);
    more |= begun;
    if (!more) {
      notices(items);
    }
    return items;
  }

  private List<Item> legs(Position.Part part) {
    List<Fed> page =
        queries.legs(
            wanted.workspace(),
            new FeedQueries.Window(
                position.since(), part.until(), part.conversation(), part.leg(), wanted.botId()),
            PAGE);
    List<Item> items = new ArrayList<>();
    for (Fed fed : page) {
      Leg leg = fed.leg();
      if (leg != null) {
        String id = fed.whose().conversationId();
        long told = id.equals(part.conversation()) ? part.sequence() : 0;
        for (NativeRenderer.Shown shown : NativeRenderer.shown(fed.whose(), leg)) {
          if (shown.sequence() > told && wanted.kinds().contains(shown.kind())) {
            items.add(
                new Item(
                    at(new Position.Part(part.until(), id, fed.number(), shown.sequence())).text(),
                    shown));
          }
        }
      }
    }
    more = page.size() == PAGE;
    position = more ? at(after(part, page.getLast())) : at(part.until());
    return items;
  }

  private static Position.Part after(Position.Part part, Fed last) {
    return new Position.Part(part.until(), last.whose().conversationId(), last.number() + 1, 0);
  }

  private Position at(Position.Part part) {
    return new Position(position.notice(), position.since(), Optional.of(part));
  }

  private Position at(String since) {
    return new Position(position.notice(), since, Optional.empty());
  }

  private void notices(List<Item> items) {
    if (wanted.botId() != null) {
      return;
    }
    List<Noticed> page = queries.notices(wanted.workspace(), position.notice(), PAGE);
    more = page.size() == PAGE;
    for (Noticed one : page) {
      position = new Position(one.sequence(), position.since(), Optional.empty());
      Kind.of(one.kind())
          .filter(wanted.kinds()::contains)
          .ifPresent(kind -> items.add(new Item(position.text(), shown(one, kind))));
    }
  }

  private NativeRenderer.Shown shown(Noticed one, Kind kind) {
    return NativeRenderer.shown(
        new Notice(
            wanted.workspace(),
            one.sequence(),
            EventId.of(Lanes.WORKSPACE + wanted.workspace(), one.sequence()),
            one.atNanos(),
            kind,
            one.data()));
  }

  @Override
  public boolean hasMore() {
    return more;
  }

  @Override
  public String position() {
    return position.text();
  }
}
