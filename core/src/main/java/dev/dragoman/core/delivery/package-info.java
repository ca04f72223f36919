/// One lane's life: what is told, when it is tried again, when it is given up; pure.
@NullMarked
package dev.dragoman.core.delivery;

import org.jspecify.annotations.NullMarked;
