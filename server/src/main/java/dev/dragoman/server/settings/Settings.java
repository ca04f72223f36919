package dev.dragoman.server.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What this installation was told, checked, one record per section. Immutable.
public final class Settings {
  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /// Reads all settings: a flag wins over the environment, that over the file, that over the
  /// default.
  ///
  /// @param arguments the flags, `--port 8080`, `--port=8080` or `--http.port 8080`
  /// @param environment `DRAGOMAN_HTTP_PORT` and the like; other names are ignored
  /// @param directory where relative paths start and `dragoman.yaml` is looked for
  /// @throws SettingsRefused naming every unknown and every wrong setting at once
  public static Settings load(
      List<String> arguments, Map<String, String> environment, Path directory) {
    Sources sources = Sources.gather(arguments, environment, directory.toAbsolutePath());
    List<String> problems = new ArrayList<>(sources.problems());
    Map<Setting<?>, Object> values = new HashMap<>();
    for (Setting<?> setting : Table.ALL) {
      @Nullable Given found = sources.given().get(setting);
      Given given =
          found == null ? new Given(setting.standard(), directory.toAbsolutePath(), "") : found;
      try {
        values.put(setting, setting.kind().reader().read(given.text(), given.base()));
      } catch (IllegalArgumentException e) {
        problems.add(wrong(setting, given));
      }
    }
    Settings settings = new Settings(values);
    if (problems.isEmpty()) {
      settings.compare(problems);
    }
    if (!problems.isEmpty()) {
      throw new SettingsRefused(problems);
    }
    return settings;
  }

  /// How Dragoman is reached.
  ///
  /// @param host where it listens
  /// @param port 0 takes any that is free
  /// @param tls with it, HTTPS
  /// @param trustedProxies networks whose forwarding headers are believed
  /// @param maxBodyBytes the largest request body
  public record Http(
      String host, int port, Optional<Tls> tls, List<String> trustedProxies, int maxBodyBytes) {}

  /// How messages leave.
  ///
  /// @param unknownSeconds how long a message of unknown fate waits for its provider's report
  /// @param publicUrl where others reach this server, without a slash at its end
  /// @param linkDays how long a link to a file opens it
  public record Channels(int unknownSeconds, Optional<String> publicUrl, int linkDays) {}

  /// PEM files for HTTPS.
  public record Tls(Path certificate, Path key) {}

  /// The database Dragoman uses.
  ///
  /// @param url a JDBC address; empty for the embedded PostgreSQL
  /// @param connections how many are opened at most
  /// @param allowUnsafe whether a database that may lose commits is accepted
  public record Database(
      Optional<String> url,
      String user,
      Optional<Secret> password,
      int connections,
      boolean allowUnsafe) {}

  /// Knobs of the embedded PostgreSQL; empty ones follow the machine.
  public record Postgres(
      OptionalInt sharedBuffersMegabytes,
      OptionalInt maxWalMegabytes,
      int workMemoryMegabytes,
      int maxConnections,
      int checkpointMinutes) {}

  /// Calls to addresses that users give.
  public record Egress(
      List<String> allow,
      int connectTimeoutMillis,
      int totalTimeoutMillis,
      int maxResponseBytes,
      int maxCalls) {}

  /// The mail server.
  ///
  /// @param security `starttls`, `tls` or `none`
  /// @param user empty when nobody logs in
  /// @param from the sender of every mail
  public record Mail(
      String host,
      int port,
      String security,
      String user,
      Optional<Secret> password,
      String from) {}

  /// The limits of one turn.
  public record Turn(int deadlineMillis, int blockingDeadlineMillis) {}

  /// Where the treble dialect leaves a choice.
  ///
  /// @param integerIds `conversation_id` is an integer in every hook
  /// @param openAnswers `classified_answer` of an open question is no null
  /// @param updateNeedsKey a session id alone does not open a session
  /// @param perSecond how many recipients of a deployment are due in each second
  public record Treble(
      boolean integerIds, boolean openAnswers, boolean updateNeedsKey, int perSecond) {}

  /// How the gptbots dialect answers.
  ///
  /// @param stream `lines` or `sse`
  public record Gptbots(boolean alwaysOk, String stream) {}

  /// How long what is kept, in days; 0 for ever.
  public record Retention(
      int conversationDays, int legDays, int deliveryDays, int fileDays, int auditDays) {}

  /// What is logged how: level `error` to `trace`, format `text` or `json`.
  public record Log(String level, String format) {}

  /// How clients of one dialect reach it.
  ///
  /// @param hosts names at whose root it answers, in lower case
  /// @param cors origins whose pages may call it, or `*`
  public record Dialect(String name, List<String> hosts, List<String> cors) {}

  /// The section `http`.
  public Http http() {
    Optional<Tls> tls =
        get(Table.HTTP_TLS_CERTIFICATE)
            .flatMap(chain -> get(Table.HTTP_TLS_KEY).map(key -> new Tls(chain, key)));
    return new Http(
        get(Table.HTTP_HOST),
        get(Table.HTTP_PORT),
        tls,
        get(Table.HTTP_TRUSTED_PROXIES),
        get(Table.HTTP_MAX_BODY_BYTES));
  }

  /// The data directory, absolute.
  public Path dataDirectory() {
    return get(Table.DATA_DIRECTORY);
  }

  /// The section `database`.
  public Database database() {
    return new Database(
        get(Table.DATABASE_URL),
        get(Table.DATABASE_USER),
        get(Table.DATABASE_PASSWORD),
        get(Table.DATABASE_CONNECTIONS),
        get(Table.DATABASE_ALLOW_UNSAFE));
  }

  /// The section `postgres`.
  public Postgres postgres() {
    return new Postgres(
        get(Table.POSTGRES_SHARED_BUFFERS),
        get(Table.POSTGRES_MAX_WAL),
        get(Table.POSTGRES_WORK_MEMORY),
        get(Table.POSTGRES_MAX_CONNECTIONS),
        get(Table.POSTGRES_CHECKPOINT));
  }

  /// The section `egress`.
  public Egress egress() {
    return new Egress(
        get(Table.EGRESS_ALLOW),
        get(Table.EGRESS_CONNECT),
        get(Table.EGRESS_TOTAL),
        get(Table.EGRESS_MAX_RESPONSE),
        get(Table.EGRESS_MAX_CALLS));
  }

  /// The section `mail`; empty when no mail is sent.
  public Optional<Mail> mail() {
    return get(Table.MAIL_HOST).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mail(
                get(Table.MAIL_HOST),
                get(Table.MAIL_PORT),
                get(Table.MAIL_SECURITY),
                get(Table.MAIL_USER),
                get(Table.MAIL_PASSWORD),
                get(Table.MAIL_FROM)));
  }

  /// The section `turn`.
  public Turn turn() {
    return new Turn(get(Table.TURN_DEADLINE), get(Table.TURN_BLOCKING_DEADLINE));
  }

  /// Where the treble dialect leaves a choice.
  public Treble treble() {
    return new Treble(
        get(Table.TREBLE_INTEGER_IDS),
        get(Table.TREBLE_OPEN_ANSWERS),
        get(Table.TREBLE_UPDATE_NEEDS_KEY),
        get(Table.TREBLE_PER_SECOND));
  }

  /// How long a hook may take to answer.
  public int hookTimeoutMillis() {
    return get(Table.HOOKS_TIMEOUT);
  }

  /// The file that maps paths and names of the aivo dialect; empty for the proposals.
  public Optional<Path> aivoMap() {
    return get(Table.AIVO_MAP);
  }

  /// The section `gptbots`.
  public Gptbots gptbots() {
    return new Gptbots(get(Table.GPTBOTS_ALWAYS_OK), get(Table.GPTBOTS_STREAM));
  }

  /// The section `channels`.
  public Channels channels() {
    return new Channels(
        get(ChannelTable.UNKNOWN), get(ChannelTable.PUBLIC_URL), get(ChannelTable.LINK_DAYS));
  }

  /// Memory for trained models.
  public long modelCacheBytes() {
    return get(Table.UNDERSTANDING_CACHE);
  }

  /// The section `retention`.
  public Retention retention() {
    return new Retention(
        get(Table.RETENTION_CONVERSATIONS),
        get(Table.RETENTION_LEGS),
        get(Table.RETENTION_DELIVERIES),
        get(Table.RETENTION_FILES),
        get(Table.RETENTION_AUDIT));
  }

  /// The section `log`.
  public Log log() {
    return new Log(get(Table.LOG_LEVEL), get(Table.LOG_FORMAT));
  }

  /// The sections below `dialects`.
  public List<Dialect> dialects() {
    return DialectTable.DIALECTS.stream()
        .map(one -> new Dialect(one.name(), get(one.hosts()), get(one.cors())))
        .toList();
  }

  /// Origins whose pages may call the native API.
  public List<String> apiCors() {
    return get(DialectTable.API_CORS);
  }

  /// The key the first workspace starts with.
  public Optional<Secret> adminKey() {
    return get(Table.ADMIN_KEY);
  }

  /// The file with the encryption keys.
  public Path keyFile() {
    return get(Table.KEY_FILE).orElseGet(() -> dataDirectory().resolve("keys"));
  }

  /// Whether to load the examples and print their credentials.
  public boolean demo() {
    return get(Table.DEMO);
  }

  @SuppressWarnings("unchecked") // each value was read by its own setting's kind
  private <T> T get(Setting<T> setting) {
    return (T) Objects.requireNonNull(values.get(setting), setting.key());
  }

  // What no setting can be wrong about alone.
  private void compare(List<String> problems) {
    DialectTable.compare(dialects(), problems);
    if (get(Table.HTTP_TLS_CERTIFICATE).isPresent() != get(Table.HTTP_TLS_KEY).isPresent()) {
      problems.add("http.tlsCertificate and http.tlsKey must be set both or not at all");
    }
    if (!get(Table.MAIL_HOST).isEmpty() && !get(Table.MAIL_FROM).contains("@")) {
      problems.add("mail.from must be a mail address when mail.host is set");
    }
    if (get(Table.MAIL_USER).isEmpty() == get(Table.MAIL_PASSWORD).isPresent()) {
      problems.add("mail.user and mail.password must be set both or not at all");
    }
    boolean embedded = get(Table.DATABASE_URL).isEmpty();
    if (embedded && get(Table.DATABASE_CONNECTIONS) >= get(Table.POSTGRES_MAX_CONNECTIONS)) {
      problems.add("database.connections must be less than postgres.maxConnections");
    }
    if (get(Table.EGRESS_CONNECT) > get(Table.EGRESS_TOTAL)) {
      problems.add("egress.connectTimeoutMillis must not exceed egress.totalTimeoutMillis");
    }
    if (get(Table.HOOKS_TIMEOUT) > get(Table.EGRESS_TOTAL)) {
      problems.add("hooks.timeoutMillis must not exceed egress.totalTimeoutMillis");
    }
  }

  private static String wrong(Setting<?> setting, Given given) {
    boolean secret = setting.kind().allowed().endsWith("characters");
    return "%s (from %s) must be %s%s"
        .formatted(
            setting.key(),
            given.origin(),
            setting.kind().allowed(),
            secret ? "" : ", not \"" + given.text() + "\"");
  }
}
