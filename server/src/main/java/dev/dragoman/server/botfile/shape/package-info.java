/// Which keys a bot file knows: one table for the reader, the JSON Schema and the manual.
@NullMarked
package dev.dragoman.server.botfile.shape;

import org.jspecify.annotations.NullMarked;
