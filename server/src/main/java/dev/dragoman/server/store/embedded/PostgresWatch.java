package dev.dragoman.server.store.embedded;

/// Told when the child dies unexpectedly and when it is back. Called on the supervisor's thread,
/// which waits: return soon.
public interface PostgresWatch {
  /// PostgreSQL ended without being asked to; connections fail until [#restarted].
  void died(int exitCode);

  /// PostgreSQL accepts connections again, at the same address.
  void restarted();
}
