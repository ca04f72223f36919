/// What can be proved wrong about a bot before anybody talks to it.
@NullMarked
package dev.dragoman.core.check;

import org.jspecify.annotations.NullMarked;
