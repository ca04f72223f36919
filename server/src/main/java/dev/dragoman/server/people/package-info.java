/// Who may do what: keys, what they open, and how fast a revoked one stops opening it.
@NullMarked
package dev.dragoman.server.people;

import org.jspecify.annotations.NullMarked;
