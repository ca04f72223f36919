/// The wire of Treble: the bodies of its hooks.
@NullMarked
package dev.dragoman.server.dialect.treble;

import org.jspecify.annotations.NullMarked;
