package dev.dragoman.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Every setting there is. The file, the environment, the flags, the manual page and the sample
/// file all follow this table.
final class Table {
  private static final int A_CENTURY_DAYS = 36_500;
  private static final long MEGABYTE = 1 << 20;

  static final Setting<String> HTTP_HOST =
      new Setting<>(
          "http",
          "host",
          Kind.text("an address or a host name of this machine"),
          "127.0.0.1",
          "Where Dragoman listens; 0.0.0.0 for every address.");
  static final Setting<Integer> HTTP_PORT =
      new Setting<>(
          "http", "port", Kind.whole(0, 65_535), "8080", "The port; 0 takes any that is free.");
  static final Setting<Optional<Path>> HTTP_TLS_CERTIFICATE =
      new Setting<>(
          "http",
          "tlsCertificate",
          Kind.optionalPath(),
          "",
          "The certificate chain (PEM); with it, and only with tlsKey, Dragoman speaks HTTPS.");
  static final Setting<Optional<Path>> HTTP_TLS_KEY =
      new Setting<>(
          "http", "tlsKey", Kind.optionalPath(), "", "The private key (PEM) of tlsCertificate.");
  static final Setting<List<String>> HTTP_TRUSTED_PROXIES =
      new Setting<>(
          "http",
          "trustedProxies",
          Kind.networks(),
          "",
          "Whose X-Forwarded-For, -Host and -Proto are believed.");
  static final Setting<Integer> HTTP_MAX_BODY_BYTES =
      new Setting<>(
          "http",
          "maxBodyBytes",
          Kind.whole(1_024, 34_000_000),
          "1000000",
          "The largest request body, except on routes that take files.");

  static final Setting<Path> DATA_DIRECTORY =
      new Setting<>(
          "data",
          "directory",
          Kind.path(),
          "data",
          "Everything of this installation: database, keys, log.");

  static final Setting<Optional<String>> DATABASE_URL =
      new Setting<>(
          "database",
          "url",
          Kind.jdbcUrl(),
          "",
          "Your own PostgreSQL (16 or newer); empty: Dragoman runs the one it brings.");
  static final Setting<String> DATABASE_USER =
      new Setting<>(
          "database", "user", Kind.text("a user name"), "dragoman", "Who to be in database.url.");
  static final Setting<Optional<Secret>> DATABASE_PASSWORD =
      new Setting<>("database", "password", Kind.secret(1), "", "The password of database.user.");
  static final Setting<Integer> DATABASE_CONNECTIONS =
      new Setting<>(
          "database",
          "connections",
          Kind.whole(4, 500),
          "16",
          "How many connections one Dragoman opens at most.");
  static final Setting<Boolean> DATABASE_ALLOW_UNSAFE =
      new Setting<>(
          "database",
          "allowUnsafe",
          Kind.flag(),
          "false",
          "Accepts a database that may lose what it confirmed (fsync or synchronous_commit off).");

  static final Setting<OptionalInt> POSTGRES_SHARED_BUFFERS =
      new Setting<>(
          "postgres",
          "sharedBuffersMegabytes",
          Kind.wholeOrAuto(16, 65_536),
          "auto",
          "Page cache of the embedded PostgreSQL; auto: memory / 64, 32..256.");
  static final Setting<OptionalInt> POSTGRES_MAX_WAL =
      new Setting<>(
          "postgres",
          "maxWalMegabytes",
          Kind.wholeOrAuto(64, 65_536),
          "auto",
          "Log between two checkpoints; auto: free disk / 8, 128..4096.");
  static final Setting<Integer> POSTGRES_WORK_MEMORY =
      new Setting<>(
          "postgres",
          "workMemoryMegabytes",
          Kind.whole(1, 1_024),
          "4",
          "Memory of one sort before it goes to disk.");
  static final Setting<Integer> POSTGRES_MAX_CONNECTIONS =
      new Setting<>(
          "postgres",
          "maxConnections",
          Kind.whole(10, 1_000),
          "40",
          "Connections the embedded PostgreSQL accepts; more than database.connections.");
  static final Setting<Integer> POSTGRES_CHECKPOINT =
      new Setting<>(
          "postgres",
          "checkpointMinutes",
          Kind.whole(1, 1_440),
          "15",
          "The longest time between two checkpoints.");

  static final Setting<List<String>> EGRESS_ALLOW =
      new Setting<>(
          "egress",
          "allow",
          Kind.networks(),
          "",
          "Private networks that webhooks may reach; public ones always may.");
  static final Setting<Integer> EGRESS_CONNECT =
      new Setting<>(
          "egress",
          "connectTimeoutMillis",
          Kind.whole(100, 60_000),
          "3000",
          "How long connecting to a webhook address may take.");
  static final Setting<Integer> EGRESS_TOTAL =
      new Setting<>(
          "egress",
          "totalTimeoutMillis",
          Kind.whole(100, 120_000),
          "15000",
          "How long one call may take from its first to its last byte.");
  static final Setting<Integer> EGRESS_MAX_RESPONSE =
      new Setting<>(
          "egress",
          "maxResponseBytes",
          Kind.whole(1_024, 65_536),
          "65536",
          "How much of an answer is read; a longer one fails its call.");
  static final Setting<Integer> EGRESS_MAX_CALLS =
      new Setting<>(
          "egress", "maxCalls", Kind.whole(1, 10_000), "4096", "Calls that are out at one time.");

  static final Setting<String> MAIL_HOST =
      new Setting<>(
          "mail",
          "host",
          Kind.optionalText("empty, or a host name or address"),
          "",
          "The mail server (SMTP); empty: mails of bots are told as events and not sent.");
  static final Setting<Integer> MAIL_PORT =
      new Setting<>("mail", "port", Kind.whole(1, 65_535), "587", "Its port.");
  static final Setting<String> MAIL_SECURITY =
      new Setting<>(
          "mail",
          "security",
          Kind.choice(List.of("starttls", "tls", "none")),
          "starttls",
          "Encryption: required after the greeting, from the first byte, or none.");
  static final Setting<String> MAIL_USER =
      new Setting<>(
          "mail", "user", Kind.optionalText("empty, or a user name"), "", "Who to log in as.");
  static final Setting<Optional<Secret>> MAIL_PASSWORD =
      new Setting<>("mail", "password", Kind.secret(1), "", "The password of mail.user.");
  static final Setting<String> MAIL_FROM =
      new Setting<>("mail", "from", Kind.mailAddress(), "", "The sender of every mail.");

  static final Setting<Integer> TURN_DEADLINE =
      new Setting<>(
          "turn",
          "deadlineMillis",
          Kind.whole(1_000, 300_000),
          "25000",
          "When a turn settles at the latest, whatever hooks are still out.");
  static final Setting<Integer> TURN_BLOCKING_DEADLINE =
      new Setting<>(
          "turn",
          "blockingDeadlineMillis",
          Kind.whole(1_000, 300_000),
          "60000",
          "The same for the blocking replies of the gptbots dialect.");

  static final Setting<Integer> HOOKS_TIMEOUT =
      new Setting<>(
          "hooks",
          "timeoutMillis",
          Kind.whole(100, 60_000),
          "10000",
          "How long a hook may take to answer.");

  static final Setting<Boolean> TREBLE_INTEGER_IDS =
      new Setting<>(
          "treble",
          "integerIds",
          Kind.flag(),
          "false",
          "conversation_id is an integer in on-response too, as in every other hook.");
  static final Setting<Boolean> TREBLE_OPEN_ANSWERS =
      new Setting<>(
          "treble",
          "openAnswers",
          Kind.flag(),
          "false",
          "classified_answer of an open question holds the contact's words; false: it is null.");
  static final Setting<Boolean> TREBLE_UPDATE_NEEDS_KEY =
      new Setting<>(
          "treble",
          "updateNeedsKey",
          Kind.flag(),
          "false",
          "A session update must carry the account key; false: its session id is enough.");
  static final Setting<Integer> TREBLE_PER_SECOND =
      new Setting<>(
          "treble",
          "perSecond",
          Kind.whole(1, 100_000),
          "80",
          "How many recipients of one deployment are due in each second.");

  static final Setting<Boolean> GPTBOTS_ALWAYS_OK =
      new Setting<>(
          "gptbots",
          "alwaysOk",
          Kind.flag(),
          "false",
          "Errors of the gptbots dialect come with the status 200 too, told by their code alone.");
  static final Setting<Optional<Path>> AIVO_MAP =
      new Setting<>(
          "aivo",
          "map",
          Kind.optionalPath(),
          "",
          "Paths and member names of the aivo calls that are not public, as JSON (docs/AIVO.md).");
  static final Setting<String> GPTBOTS_STREAM =
      new Setting<>(
          "gptbots",
          "stream",
          Kind.choice(List.of("lines", "sse")),
          "lines",
          "How events of a gptbots stream are framed, unless the client asks for an event stream.");

  static final Setting<Long> UNDERSTANDING_CACHE =
      new Setting<>(
          "understanding",
          "modelCacheBytes",
          Kind.bytes(MEGABYTE, 1L << 40),
          "67108864",
          "Memory for the trained models of bots; the least used ones leave first.");

  static final Setting<Integer> RETENTION_CONVERSATIONS =
      days(
          "conversationDays",
          "0",
          "Keeps conversations this long after the last that happened in them; 0 for ever.");
  static final Setting<Integer> RETENTION_LEGS =
      days("legDays", "365", "Keeps what is needed to replay a turn this long; 0 for ever.");
  static final Setting<Integer> RETENTION_DELIVERIES =
      days("deliveryDays", "30", "Keeps settled deliveries this long; 0 for ever.");
  static final Setting<Integer> RETENTION_FILES =
      days("fileDays", "365", "Keeps files this long; 0 for ever.");
  static final Setting<Integer> RETENTION_AUDIT =
      days("auditDays", "730", "Keeps the record of who changed what this long; 0 for ever.");

  static final Setting<String> LOG_LEVEL =
      new Setting<>(
          "log",
          "level",
          Kind.choice(List.of("error", "warn", "info", "debug", "trace")),
          "info",
          "How much is logged.");
  static final Setting<String> LOG_FORMAT =
      new Setting<>(
          "log",
          "format",
          Kind.choice(List.of("text", "json")),
          "text",
          "Lines for people or one JSON object per line.");

  static final Setting<Optional<Secret>> ADMIN_KEY =
      new Setting<>(
          "admin",
          "key",
          Kind.secret(16),
          "",
          "The first workspace's administration key, taken when that workspace is made.");
  static final Setting<Optional<Path>> KEY_FILE =
      new Setting<>(
          "key",
          "file",
          Kind.optionalPath(),
          "",
          "The file with the encryption keys; empty: keys in the data directory.");
  static final Setting<Boolean> DEMO =
      new Setting<>(
          "demo",
          "enabled",
          Kind.flag(),
          "false",
          "Loads the examples, allows webhooks on this machine and prints demo credentials.");

  private static final List<Setting<?>> OWN =
      List.of(
          HTTP_HOST,
          HTTP_PORT,
          HTTP_TLS_CERTIFICATE,
          HTTP_TLS_KEY,
          HTTP_TRUSTED_PROXIES,
          HTTP_MAX_BODY_BYTES,
          DATA_DIRECTORY,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          DATABASE_CONNECTIONS,
          DATABASE_ALLOW_UNSAFE,
          POSTGRES_SHARED_BUFFERS,
          POSTGRES_MAX_WAL,
          POSTGRES_WORK_MEMORY,
          POSTGRES_MAX_CONNECTIONS,
          POSTGRES_CHECKPOINT,
          EGRESS_ALLOW,
          EGRESS_CONNECT,
          EGRESS_TOTAL,
          EGRESS_MAX_RESPONSE,
          EGRESS_MAX_CALLS,
          MAIL_HOST,
          MAIL_PORT,
          MAIL_SECURITY,
          MAIL_USER,
          MAIL_PASSWORD,
          MAIL_FROM,
          TURN_DEADLINE,
          TURN_BLOCKING_DEADLINE,
          HOOKS_TIMEOUT,
          TREBLE_INTEGER_IDS,
          TREBLE_OPEN_ANSWERS,
          TREBLE_UPDATE_NEEDS_KEY,
          TREBLE_PER_SECOND,
          GPTBOTS_ALWAYS_OK,
          GPTBOTS_STREAM,
          AIVO_MAP,
          ChannelTable.UNKNOWN,
          ChannelTable.PUBLIC_URL,
          ChannelTable.LINK_DAYS,
          UNDERSTANDING_CACHE,
          RETENTION_CONVERSATIONS,
          RETENTION_LEGS,
          RETENTION_DELIVERIES,
          RETENTION_FILES,
          RETENTION_AUDIT,
          LOG_LEVEL,
          LOG_FORMAT,
          ADMIN_KEY,
          KEY_FILE,
          DEMO);

  /// In the order of the manual.
  static final List<Setting<?>> ALL = DialectTable.after(OWN);

  /// Short flags for what is set by hand most often.
  static final Map<String, Setting<?>> SHORT_FLAGS =
      Map.of("host", HTTP_HOST, "port", HTTP_PORT, "data", DATA_DIRECTORY, "demo", DEMO);

  /// Where the file is, when it is not `dragoman.yaml` in the current directory.
  static final String FILE_FLAG = "config";

  static final String FILE_VARIABLE = "DRAGOMAN_CONFIG";

  /// Read by the `dragoman` script, before there is a Java process.
  static final List<String> SCRIPT_VARIABLES = List.of("DRAGOMAN_JAVA_OPTIONS");

  private Table() {}

  private static Setting<Integer> days(String name, String standard, String meaning) {
    return new Setting<>("retention", name, Kind.whole(0, A_CENTURY_DAYS), standard, meaning);
  }
}
