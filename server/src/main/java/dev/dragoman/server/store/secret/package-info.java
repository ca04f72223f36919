/// Keeps what must not be read from a stolen database: sealed secrets, and fingerprints of keys.
@NullMarked
package dev.dragoman.server.store.secret;

import org.jspecify.annotations.NullMarked;
