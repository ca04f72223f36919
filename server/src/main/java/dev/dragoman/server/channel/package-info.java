/// How a contact is reached: what is said leaves over a line at most once, in order, and what comes
/// in is an input.
@NullMarked
package dev.dragoman.server.channel;

import org.jspecify.annotations.NullMarked;
