package dev.dragoman.server.dialect.gptbots;

/// The error codes of the contract (§1.5) that can occur here, each with the status that fits it.
enum Code {
  /// The question is longer than allowed.
  QUESTION_TOO_LONG(20040, 400),
  /// The API may not be used so.
  NOT_ALLOWED(20055, 403),
  /// The agent was deleted, or was never published.
  AGENT_GONE(20059, 404),
  /// The agent does not support this.
  NOT_SUPPORTED(200222, 400),
  /// A parameter is bad.
  BAD_PARAMETER(40000, 400),
  /// Too many requests.
  RATE_LIMIT(40001, 429),
  /// A page beyond the data.
  PAGE_BEYOND(40005, 400),
  /// The key is missing or unknown.
  AUTHENTICATION(40127, 401),
  /// There is no such conversation.
  NO_CONVERSATION(40356, 404),
  /// The conversation belongs to another agent.
  FOREIGN_CONVERSATION(40358, 400),
  /// The agent was deleted, as create says it.
  AGENT_DELETED(40378, 404),
  /// It is not the caller's fault.
  INTERNAL(50000, 500);

  private final int number;
  private final int status;

  Code(int number, int status) {
    this.number = number;
    this.status = status;
  }

  int number() {
    return number;
  }

  int status() {
    return status;
  }
}
