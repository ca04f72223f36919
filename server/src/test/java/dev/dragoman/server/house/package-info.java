/// The house keeps itself: directions between rooms, walls of files and methods, docs that are
// true.
@NullMarked
package dev.dragoman.server.house;

import org.jspecify.annotations.NullMarked;
