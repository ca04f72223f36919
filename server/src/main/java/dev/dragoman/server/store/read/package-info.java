/// What doors may ask of the database: queries only, each seeing one workspace and nothing else.
@NullMarked
package dev.dragoman.server.store.read;

import org.jspecify.annotations.NullMarked;
