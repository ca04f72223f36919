package dev.dragoman.server.app;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.server.channel.FileDoor;
import dev.dragoman.server.channel.FileLinks;
import dev.dragoman.server.channel.InboundFiles;
import dev.dragoman.server.channel.Inbox;
import dev.dragoman.server.channel.LaneRun;
import dev.dragoman.server.channel.Outbox;
import dev.dragoman.server.channel.Reports;
import dev.dragoman.server.channel.Speech;
import dev.dragoman.server.channel.whatsapp.CloudApi;
import dev.dragoman.server.channel.whatsapp.WebhookDoor;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.ledger.AfterCommit;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.ChannelLanes;
import dev.dragoman.server.store.ChannelSends;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Files;
import dev.dragoman.server.store.IdentityHash;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.secret.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Everything about channels, joined: it sends after commits, and takes in what providers tell.
///
/// The ledger tells it of commits before the turns exist that reports go through; until [#join] it
/// leaves them to the sweep.
final class ChannelRoom implements AfterCommit, AutoCloseable {
  private static final int ROWS = 10_000;

  /// What is being sent is settled; what hangs is unknown after the next start.
  private static final int GRACE_SECONDS = 5;

  final ChannelAccounts accounts;
  final ChannelSends sends;
  private final ChannelLanes lanes;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LaneRun.Timing timing;
  private volatile @Nullable Outbox outbox;
  final Links given;
  private @Nullable Door door;

  /// What is needed from elsewhere.
  record Stores(
      Contacts contacts,
      Conversations conversations,
      Legs legs,
      Addresses addresses,
      IdentityHash identities) {}

  /// Who does the work.
  record Workers(
      Turns turns,
      BotShelf shelf,
      EgressClient egress,
      String node,
      WebhookDoor.Templates templates,
      Supplier<String> ids) {}

  /// How files are brought and shown.
  ///
  /// @param large reads answers as large as a file may be
  record Links(Files files, FileLinks links, EgressClient large, Optional<String> publicUrl) {}

  ChannelRoom(DataSource pool, Keys sealing, LaneRun.Timing timing, Links given) {
    this.given = given;
    this.accounts = new ChannelAccounts(pool, sealing);
    this.sends = new ChannelSends(pool);
    this.lanes = new ChannelLanes(pool);
    this.timing = timing;
  }

  /// As the settings say.
  static ChannelRoom of(DataSource pool, Keys sealing, Settings settings, LongSupplier nowNanos) {
    Settings.Channels set = settings.channels();
    Links links =
        new Links(
            new Files(pool),
            new FileLinks(sealing, set.linkDays(), nowNanos),
            Outward.files(settings),
            set.publicUrl());
    return new ChannelRoom(pool, sealing, LaneRun.Timing.after(set.unknownSeconds()), links);
  }

  /// Joins the rest, once.
  void join(Stores stores, Workers workers) {
    Reports reports =
        new Reports(
            sends,
            stores.identities(),
            new Reports.Telling(workers.turns(), lanes, due -> start(due)));
    CloudApi cloud = new CloudApi(workers.egress(), given.large());
    LaneRun.Wire wire = new LaneRun.Wire(Map.of(CloudApi.KIND, cloud), reports, System::nanoTime);
    Speech speech = new Speech(stores.conversations(), stores.contacts(), workers.shelf());
    LaneRun.Ports run = new LaneRun.Ports(accounts, sends, stores.legs(), speech, wire);
    outbox = new Outbox(new Outbox.Ports(lanes, run, timing, workers.node()), threads);
    Inbox inbox =
        new Inbox(
            workers.turns(), reports, new Inbox.Memory(stores.addresses(), stores.legs()), threads);
    InboundFiles files =
        new InboundFiles(
            new InboundFiles.Ports(
                cloud, given.files(), stores.contacts(), reports, given.links(), workers.ids()));
    door =
        WebhookDoor.open(
            accounts,
            new WebhookDoor.Takers(inbox, reports, workers.templates(), files, given.publicUrl()));
  }

  private void start(ChannelLanes.Due due) {
    Outbox joined = outbox;
    if (joined != null) {
      joined.start(due);
    }
  }

  Door door() {
    if (door == null) {
      throw new IllegalStateException("not joined yet");
    }
    return door;
  }

  /// Where files are shown.
  Door files() {
    return FileDoor.open(given.files(), given.links());
  }

  @Override
  public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {
    Outbox joined = outbox;
    if (joined != null) {
      joined.committed(workspace, conversationId, legs);
    }
  }

  /// What comes round by the clock.
  List<Sweeps.Sweep> sweeps(int keptDays) {
    return List.of(
        new Sweeps.Sweep("channels", Duration.ofMillis(500), this::sweep),
        new Sweeps.Sweep("channel sends", Duration.ofMinutes(10), () -> forget(keptDays)));
  }

  private void sweep() {
    Outbox joined = outbox;
    if (joined != null) {
      joined.sweep();
    }
  }

  /// 0 days keep for ever.
  private void forget(int keptDays) {
    if (keptDays > 0) {
      sends.forgetOld(Duration.ofDays(keptDays).toNanos(), ROWS);
    }
  }

  @Override
  public void close() {
    given.large().close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }
}
