package dev.dragoman.server.dialect.gptbots;

import java.util.Map;

/// Through what a conversation is held (contract gptbots §10.1).
enum ConversationType {
  ALL,
  C,
  CHAT,
  C_WORKFLOW,
  API,
  EMBED,
  WIDGET,
  AI_SEARCH,
  SHARE,
  DISCORD,
  SLACK,
  TELEGRAM,
  LINE,
  INSTAGRAM,
  FACEBOOK,
  WEB,
  AGENT,
  DEBUG;

  /// By its word.
  static final Map<String, ConversationType> WORDS = Words.capital(values());
}
