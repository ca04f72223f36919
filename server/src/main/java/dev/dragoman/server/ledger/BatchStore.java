package dev.dragoman.server.ledger;

import java.util.List;

/// The narrow door of the ledger to what is true: one transaction at a time. Owned by one thread.
///
/// After any [StoreFailure] the transaction is gone; the next [#look] begins another.
interface BatchStore extends AutoCloseable {
  /// Begins, locks, and then looks with a fresh snapshot: one round trip.
  Looked look(Lookup lookup) throws StoreFailure;

  /// Writes everything and counts: one round trip. Returns the lanes that were idle and are this
  /// node's once it is committed.
  List<LaneClaim> write(Writes writes) throws StoreFailure;

  /// Makes it true: one round trip. [StoreFailure.Kind#IN_DOUBT] when nobody can say. Returns how
  /// many round trips the transaction took in all.
  int commit() throws StoreFailure;

  /// Forgets it. Never fails: what cannot be rolled back is cut off.
  void rollback();

  /// Records an input that cannot be written, in its own transaction.
  void poison(int workspace, String turnId, String conversationId, String code) throws StoreFailure;

  @Override
  void close();
}
