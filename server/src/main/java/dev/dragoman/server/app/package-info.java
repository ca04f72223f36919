/// Joins the rooms and opens the house: commands, settings, wiring, graceful stop.
@NullMarked
package dev.dragoman.server.app;

import org.jspecify.annotations.NullMarked;
