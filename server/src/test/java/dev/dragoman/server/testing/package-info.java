/// What tests stand on: a running server over a real database, a client, receivers that misbehave.
@NullMarked
package dev.dragoman.server.testing;

import org.jspecify.annotations.NullMarked;
