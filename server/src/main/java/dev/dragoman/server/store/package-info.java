/// Queries and migrations: one small class per table, SQL next to the method that runs it.
@NullMarked
package dev.dragoman.server.store;

import org.jspecify.annotations.NullMarked;
