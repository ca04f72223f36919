/// Brings a real PostgreSQL along: unpacks it, starts it in the data directory, keeps it alive.
@NullMarked
package dev.dragoman.server.store.embedded;

import org.jspecify.annotations.NullMarked;
