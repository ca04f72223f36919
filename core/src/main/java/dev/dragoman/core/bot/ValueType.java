package dev.dragoman.core.bot;

/// The declared type of a session value: what text that comes back from outside is turned into.
public enum ValueType {
  TEXT,
  NUMBER,
  BOOLEAN,
  DATE,
  LIST,
  LOCATION,
  JSON
}
