/// What an operator can set: one table from which parsing, refusal and the manual all come.
@NullMarked
package dev.dragoman.server.settings;

import org.jspecify.annotations.NullMarked;
