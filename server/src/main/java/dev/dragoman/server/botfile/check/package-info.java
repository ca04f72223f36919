/// What the files of a bot say that cannot be meant, each with its file and line.
@NullMarked
package dev.dragoman.server.botfile.check;

import org.jspecify.annotations.NullMarked;
