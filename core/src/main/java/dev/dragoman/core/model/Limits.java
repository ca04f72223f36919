package dev.dragoman.core.model;

/// Every bound of the product in one place. A limit that is not here does not exist.
///
/// Sizes of text count Unicode code points unless the name says bytes.
public final class Limits {
  /// Largest request body in bytes, message routes with inline files excepted.
  public static final int BODY_BYTES = 1_000_000;

  /// Deepest nesting of a JSON document.
  public static final int JSON_DEPTH = 64;

  /// Longest message text a contact may send.
  public static final int MESSAGE_TEXT = 4_096;

  /// Longest message text on the clustaar door.
  public static final int CLUSTAAR_MESSAGE_TEXT = 499;

  /// Most values a session holds.
  public static final int SESSION_VALUES = 200;

  /// Largest single session value, packed, in bytes.
  public static final int SESSION_VALUE_BYTES = 4_096;

  /// Longest value of a contact's attribute.
  public static final int ATTRIBUTE_TEXT = 2_000;

  /// Largest packed conversation state in bytes: 64 KiB, and an open room.
  public static final int STATE_BYTES = 77_824;

  /// Largest packed room in a conversation's state, in bytes.
  public static final int ROOM_BYTES = 12_288;

  /// Longest text that a trigger of a room says.
  public static final int TRIGGER_TEXT = 200;

  /// Largest memo a door may leave with a room, packed, in bytes.
  public static final int ROOM_MEMO_BYTES = 2_048;

  /// Most seats an agent has.
  public static final int AGENT_CAPACITY = 100;

  /// Most steps one leg may walk.
  public static final int STEPS_PER_LEG = 200;

  /// Most steps one turn may walk for a bot that follows the clustaar rules.
  public static final int CLUSTAAR_STEPS_PER_TURN = 20;

  /// Most characters of text one leg may build.
  public static final int TEXT_BUILT_PER_LEG = 1_000_000;

  /// Most conditions one leg may check.
  public static final int CONDITIONS_PER_LEG = 10_000;

  /// Most pattern matches one leg may run.
  public static final int PATTERN_MATCHES_PER_LEG = 20;

  /// Largest compiled pattern, in instructions of its program.
  public static final int PATTERN_PROGRAM_SIZE = 200;

  /// Most inputs that wait while a blocking hook is out.
  public static final int PENDING_INPUTS = 32;

  /// Most side hooks that may be out at once.
  public static final int SIDE_HOOKS = 8;

  /// Most timers one conversation may hold.
  public static final int TIMERS_PER_CONVERSATION = 32;

  /// Time one turn may take from its first commit, in milliseconds.
  public static final int TURN_DEADLINE_MILLIS = 25_000;

  /// Time one hook may take, in milliseconds.
  public static final int HOOK_TIMEOUT_MILLIS = 10_000;

  /// Most bytes read from an outside answer.
  public static final int RESPONSE_READ_BYTES = 65_536;

  /// Most bytes kept of an outside request or answer.
  public static final int RESPONSE_KEPT_BYTES = 4_096;

  /// Most legs in one batch of the ledger.
  public static final int LEGS_PER_BATCH = 256;

  /// Most legs of one conversation in one batch.
  public static final int LEGS_PER_CONVERSATION_AND_BATCH = 16;

  /// Most inputs that may wait in memory for one conversation.
  public static final int WAITING_PER_CONVERSATION = 32;

  /// Most conversation state one batch may lock, in bytes.
  public static final int STATE_BYTES_PER_BATCH = 1_000_000;

  /// How long an input id is remembered, in hours.
  public static final int INPUT_ID_HOURS = 72;

  /// Most deployments that wait for their time in one conversation.
  public static final int SCHEDULED_DEPLOYMENTS = 8;

  /// Most messages of one conversation whose receipts somebody waits for.
  public static final int RECEIPTS_PER_CONVERSATION = 8;

  /// How long somebody waits for a message's receipts, in milliseconds.
  public static final long RECEIPT_MILLIS = 7L * 24 * 3_600_000;

  /// Most recipients of one deployment.
  public static final int DEPLOYMENT_RECIPIENTS = 10_000;

  /// Longest input id.
  public static final int INPUT_ID_LENGTH = 255;

  /// Longest identity of a contact in its realm.
  public static final int PEER_LENGTH = 255;

  /// Most intents reported for one detection.
  public static final int DETECTION_RESULTS = 3;

  /// Bytes of one file that a contact sends.
  public static final int FILE_BYTES = 25 * 1024 * 1024;

  private Limits() {}
}
