package dev.dragoman.server.app;

import com.zaxxer.hikari.HikariDataSource;
import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.server.api.ApiDoor;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.dialect.aivo.AivoDoor;
import dev.dragoman.server.dialect.clustaar.ClustaarDoor;
import dev.dragoman.server.dialect.clustaar.Sockets;
import dev.dragoman.server.dialect.clustaar.StepWebhook;
import dev.dragoman.server.dialect.gptbots.GptbotsDoor;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.egress.UrlCheck;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Chances;
import dev.dragoman.server.flow.Definitions;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.flow.HookForms;
import dev.dragoman.server.flow.Publishing;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.flow.Understanding;
import dev.dragoman.server.hooks.HookCalls;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Listener;
import dev.dragoman.server.ledger.BatchConnections;
import dev.dragoman.server.ledger.Ledger;
import dev.dragoman.server.ledger.LedgerDatabase;
import dev.dragoman.server.ledger.LedgerSettings;
import dev.dragoman.server.ledger.TimerSweep;
import dev.dragoman.server.live.LiveStreams;
import dev.dragoman.server.observe.Metrics;
import dev.dragoman.server.observe.Observed;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.rooms.Assigner;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.ApiKeys;
import dev.dragoman.server.store.Bots;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.ErasureFile;
import dev.dragoman.server.store.Erasures;
import dev.dragoman.server.store.IdentityHash;
import dev.dragoman.server.store.Leases;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.OptOutBook;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Schema;
import dev.dragoman.server.store.Secrets;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.Timers;
import dev.dragoman.server.store.Workspaces;
import dev.dragoman.server.store.read.FeedQueries;
import dev.dragoman.server.store.read.ReadSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All rooms joined over one database, with plain `new`.
///
/// Closing goes the way of the work: first nobody comes in any more, then turns settle, then the
/// workers stop, then the pool closes.
final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  /// How long after a turn's deadline its caller still waits for the commit.
  private static final Duration AFTER_DEADLINE = Duration.ofSeconds(5);

  final HikariDataSource pool;
  final Workspaces workspaces;
  final Publishing publishing;
  final Keys keys;
  final Bots bots;
  final Secrets secrets;
  private final Erasures erasures;
  final Chances chances = new Chances(new SecureRandom());
  private final Settings settings;
  private final EgressClient egress;
  private final ExecutorService hookThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final Outbox outbox;
  private final BotShelf shelf;
  private final LiveStreams streams;
  private final Ledger ledger;
  final Turns turns;
  private final Sweeps sweeps;
  final ChannelRoom channels;
  final Stores stores;
  final Staffing staffing;
  private final RoomList roomList;
  final IdentityHash identities;
  private final Metrics metrics = new Metrics();
  private final Sockets sockets = new Sockets();
  private final Observed observed = new Observed(metrics);
  private @Nullable Listener listener;

  /// Where the database is reached.
  record Database(String url, String user, String password) {}

  record Stores(ClustaarDoor.Records records, Numbers numbers) {
    Contacts contacts() {
      return records.contacts();
    }
  }

  private House(Settings settings, Database database) {
    this.settings = settings;
    this.pool = Pools.turns(settings, database);
    Schema.migrate(pool);
    var sealing =
        dev.dragoman.server.store.secret.Keys.open(settings.keyFile(), new SecureRandom());
    this.identities =
        new IdentityHash(
            new SecretKeySpec(sealing.fingerprint("identity-key", "identities"), "HmacSHA256"));
    this.stores = stores(pool, identities);
    this.workspaces = new Workspaces(pool);
    this.bots = new Bots(pool);
    this.publishing = new Publishing(bots, stores.numbers());
    this.keys =
        new Keys(
            new ApiKeys(pool),
            sealing,
            new Keys.Sources(chances::objectId, () -> "dg_" + chances.hex(24), System::nanoTime));
    this.secrets = new Secrets(pool, sealing, chances::objectId);
    this.erasures = erasures(settings, pool, chances);
    this.egress = Outward.client(settings);
    this.outbox = outbox(database, sealing);
    this.shelf = shelf();
    this.streams = new LiveStreams(new FeedQueries(new ReadSession(pool)));
    this.channels = ChannelRoom.of(pool, sealing, settings, House::nowNanos);
    this.ledger = ledger(database, shelf, identities);
    this.turns =
        new Turns(
            ledger,
            new Understanding(shelf),
            chances,
            new Turns.Watch(System::nanoTime, metrics::turn));
    metrics.gauge("dragoman.sockets.open", "Channels of open sockets", sockets::open);
    metrics.gauge("dragoman.ledger.waiting", "Inputs waiting for a batch", ledger::waiting);
    this.staffing = new Staffing(pool);
    this.roomList = new RoomList(pool);
    String node = chances.objectId();
    channels.join(
        new ChannelRoom.Stores(
            stores.contacts(),
            stores.records().conversations(),
            stores.records().legs(),
            stores.records().addresses(),
            identities),
        new ChannelRoom.Workers(
            turns, shelf, egress, node, new TemplateNews(outbox, bots, shelf), chances::objectId));
    this.sweeps = new Sweeps(new Leases(pool), node, work());
  }

  private List<Sweeps.Sweep> work() {
    TimerSweep timers =
        new TimerSweep(new Timers(pool), ledger, () -> Audience.CHANNEL.mark(chances.objectId()));
    Assigner assigner = new Assigner(roomList, staffing, turns, House::nowNanos);
    List<Sweeps.Sweep> work =
        new ArrayList<>(
            Sweeps.of(
                new Sweeps.Raising(timers, assigner, outbox.deliverer()),
                pool,
                shelf,
                settings.retention()));
    work.addAll(channels.sweeps(settings.retention().deliveryDays()));
    return work;
  }

  private Outbox outbox(Database database, dev.dragoman.server.store.secret.Keys sealing) {
    return new Outbox(
        new Outbox.Ports(
            Pools.lanes(settings, database), pool, egress, metrics, Outbox.postman(settings)),
        new Outbox.Keeping(sealing, stores.contacts(), secrets, dialects()));
  }

  private Dialects dialects() {
    return new Dialects(
        keys,
        stores.numbers(),
        secrets,
        Gptbots.renderers(pool, stores.records().legs(), () -> this.shelf));
  }

  private BotShelf shelf() {
    return new BotShelf(
        bots,
        Definitions::read,
        new Re2Patterns(),
        new BotShelf.Held(
            settings.modelCacheBytes(),
            new TurnTimes(settings.turn().deadlineMillis(), settings.hookTimeoutMillis())),
        outbox.book()::audience);
  }

  private static Stores stores(HikariDataSource pool, IdentityHash identities) {
    return new Stores(
        new ClustaarDoor.Records(
            new Contacts(pool, identities),
            new Legs(pool),
            new Conversations(pool),
            new Addresses(pool, identities)),
        new Numbers(pool));
  }

  private static Erasures erasures(Settings settings, HikariDataSource pool, Chances chances) {
    Erasures erasures =
        new Erasures(pool, new ErasureFile(settings.dataDirectory().resolve("erasures")));
    int again = erasures.again(chances::objectId);
    if (again > 0) {
      LOG.warn("{} contacts were erased again: a backup had brought them back", again);
    }
    return erasures;
  }

  /// Joins everything; nothing listens yet.
  static House join(Settings settings, Database database) {
    return new House(settings, database);
  }

  private Ledger ledger(Database database, BotShelf shelf, IdentityHash identities) {
    HookForms forms =
        new HookForms(new StepWebhook(secrets::find), TrebleRoom.hooks(settings.treble(), secrets));
    HookCalls hooks =
        new HookCalls(
            new HookCalls.Ports(forms, egress, stores.contacts(), shelf, this::settle),
            hookThreads);
    LedgerDatabase batches =
        LedgerDatabase.postgres(
            BatchConnections.of(database.url(), database.user(), database.password()), pool);
    return Ledger.open(
        LedgerSettings.DEFAULT.patience(patience(settings).toMillis()),
        new Ledger.Ports(
            batches,
            shelf,
            metrics.before(outbox.with(hooks.and(channels).and(streams.bells()).and(sockets))),
            identities,
            chances::seed),
        System::nanoTime);
  }

  private void settle(
      int workspace,
      String conversationId,
      dev.dragoman.core.conversation.Input.HookSettled settled) {
    turns.take(
        new Turns.Taken(
            workspace,
            "",
            new dev.dragoman.server.ledger.Target.Known(conversationId),
            settled,
            null));
  }

  /// What is running may take its turn's time, and the commit of it.
  private static Duration patience(Settings settings) {
    return Duration.ofMillis(settings.turn().deadlineMillis()).plus(AFTER_DEADLINE);
  }

  /// Everything that can be reached, door by door.
  List<Door> doors() {
    Directory directory = new Directory(stores.records().conversations());
    var clustaar = new ClustaarDoor.Parts(keys, directory, turns, stores.records(), sockets);
    var treble = new TrebleRoom(turns, directory, shelf, settings.treble(), House::nowNanos);
    List<Door> doors = new ArrayList<>();
    ApiDoor.open(api()).forEach(door -> doors.add(metrics.counted("api", door)));
    doors.add(metrics.counted("clustaar", ClustaarDoor.open(clustaar)));
    doors.add(metrics.counted("treble", treble.door(this)));
    doors.add(metrics.counted("aivo", AivoDesk.open(settings, aivo())));
    doors.add(metrics.counted("gptbots", GptbotsDoor.open(gptbots(directory))));
    doors.add(metrics.counted("channel", channels.door()));
    doors.add(metrics.counted("channel", channels.files()));
    doors.add(observed.door(this::isReady));
    if (settings.demo()) {
      int first = workspaces.first("default").number();
      doors.add(new DemoShop(name -> secrets.find(first, name)).door());
    }
    return doors;
  }

  /// Opens the doors and returns the address they are reached at.
  String listen() {
    Settings.Http http = settings.http();
    Listener.Tls tls =
        http.tls().map(files -> new Listener.Tls(files.certificate(), files.key())).orElse(null);
    Listener opened =
        Listener.open(
            new Listener.Settings(
                Fronting.address(http.host()),
                http.port(),
                patience(settings),
                tls,
                http.maxBodyBytes(),
                Fronting.of(settings)),
            doors(),
            observed);
    listener = opened;
    sweeps.start();
    sockets.watch(stores.records().conversations());
    return (tls == null ? "http" : "https") + "://" + http.host() + ":" + opened.port();
  }

  private AivoDoor.Parts aivo() {
    return new AivoDoor.Parts(
        new AivoDoor.Credentials(keys, stores.numbers()),
        turns,
        new AivoDoor.Addressing(stores.contacts(), this::refused),
        new AivoDoor.Records(
            roomList,
            stores.records().conversations(),
            stores.records().addresses(),
            stores.records().legs(),
            staffing));
  }

  private GptbotsDoor.Parts gptbots(Directory directory) {
    return new Gptbots(pool, settings, outbox.book(), channels.given)
        .parts(
            new Gptbots.Flow(keys, turns, directory, shelf),
            new Gptbots.Records(stores.records(), identities, chances::objectId));
  }

  String freshId() {
    return chances.objectId();
  }

  ApiDoor.Parts api() {
    return new ApiDoor.Parts(
        keys,
        new ReadSession(pool),
        new ApiDoor.Flow(turns, publishing, shelf, secrets),
        new ApiDoor.Stores(
            workspaces,
            bots,
            stores.records().contacts(),
            erasures,
            new OptOutBook(pool, identities, stores.records().contacts()),
            new ApiDoor.Channels(
                channels.accounts, channels.sends, stores.numbers(), this::refused)),
        new ApiDoor.Humans(staffing, roomList, stores.numbers()),
        new ApiDoor.Sources(
            chances::objectId,
            House::nowNanos,
            () -> java.util.HexFormat.of().parseHex(chances.hex(24))),
        new ApiDoor.Outwards(
            outbox.book(), outbox.deliverer(), outbox.redelivery(), egress, streams));
  }

  private Optional<String> refused(String url) {
    return egress.checkUrl(url) instanceof UrlCheck.Refused(var reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  private static long nowNanos() {
    return System.currentTimeMillis() * 1_000_000L;
  }

  private boolean isReady() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (java.sql.SQLException unreachable) {
      return false;
    }
  }

  @Override
  public void close() {
    streams.close();
    if (listener != null) {
      listener.close();
    }
    sweeps.close();
    channels.close();
    ledger.close();
    sockets.close();
    outbox.close();
    hookThreads.close();
    egress.close();
    pool.close();
  }
}
