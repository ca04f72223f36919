/// Loads, kills and measures a running server from outside.
@NullMarked
package dev.dragoman.bench;

import org.jspecify.annotations.NullMarked;
