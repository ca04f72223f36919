/// What humans do in a conversation: queue, attend, transfer, fall silent, close.
@NullMarked
package dev.dragoman.core.room;

import org.jspecify.annotations.NullMarked;
