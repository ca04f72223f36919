package dev.dragoman.server.live;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.store.read.FeedQueries;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Opens live streams. Thread-safe.
public final class LiveStreams implements AutoCloseable {
  /// Streams of one workspace on one node.
  public static final int MOST_OF_A_WORKSPACE = 64;

  private static final int MOST = 1_000;
  private static final long PATIENCE_MILLIS = 20_000;
  private static final String TYPE = "text/event-stream";
  private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");

  private final FeedQueries queries;
  private final Parts parts;

  /// What every stream uses.
  record Parts(Bells bells, Patience patience) {}

  /// Reads with these queries.
  public LiveStreams(FeedQueries queries) {
    this.queries = queries;
    this.parts = new Parts(new Bells(), new Patience(PATIENCE_MILLIS));
  }

  /// What a reader wants.
  ///
  /// @param kinds what it hears of
  /// @param after where it stands, as the last `id` said; null for the beginning of a conversation,
  ///     and for now in a workspace
  /// @param waitMillis how long it goes on when nothing more is there
  /// @param allowed asked again and again: whether its key is still good
  public record Wish(
      int workspace,
      Set<Kind> kinds,
      @Nullable String after,
      long waitMillis,
      BooleanSupplier allowed) {
    /// Copies the set.
    public Wish {
      kinds = Set.copyOf(kinds);
    }
  }

  /// Whether there is no room for one more.
  public boolean isFull(int workspace) {
    Map<Integer, Integer> waiting = parts.bells().waiting();
    return waiting.getOrDefault(workspace, 0) >= MOST_OF_A_WORKSPACE
        || waiting.values().stream().mapToInt(Integer::intValue).sum() >= MOST;
  }

  /// The events of one conversation; empty when `after` is no position there.
  public Optional<Response> ofConversation(Wish wish, String conversationId) {
    String after = wish.after() == null ? "0" : wish.after();
    if (!SEQUENCE.matcher(after).matches()) {
      return Optional.empty();
    }
    Feed feed =
        new ConversationFeed(
            queries,
            new ConversationFeed.Stream(wish.workspace(), conversationId),
            wish.kinds(),
            Long.parseLong(after));
    return Optional.of(opened(wish, feed, conversationId));
  }

  /// The events of a workspace, or of one of its bots; empty when `after` is no position there: of
  /// another form, or of a time that has not come.
  public Optional<Response> ofWorkspace(Wish wish, @Nullable String botId) {
    Position now = WorkspaceFeed.now(queries, wish.workspace());
    return Optional.ofNullable(wish.after())
        .map(Position::read)
        .orElse(Optional.of(now))
        .filter(position -> hasCome(position, now))
        .map(
            position ->
                new WorkspaceFeed(
                    queries,
                    new WorkspaceFeed.Wanted(wish.workspace(), botId, wish.kinds()),
                    position))
        .map(feed -> opened(wish, feed, ""));
  }

  /// A position of another database would make us skip what happens next.
  private static boolean hasCome(Position position, Position now) {
    String last = position.part().map(Position.Part::until).orElse(position.since());
    return Position.end(last) <= Position.end(now.since()) && position.notice() <= now.notice();
  }

  private Response opened(Wish wish, Feed feed, String conversationId) {
    return Response.streaming(
        TYPE,
        new LiveStream(
            feed,
            parts,
            new Bells.Key(wish.workspace(), conversationId),
            new LiveStream.Until(wish.waitMillis(), wish.allowed())));
  }

  /// Who has to hear of commits.
  public Bells bells() {
    return parts.bells();
  }

  /// Ends all streams; their readers come back where they were.
  @Override
  public void close() {
    parts.bells().close();
    parts.patience().close();
  }
}
