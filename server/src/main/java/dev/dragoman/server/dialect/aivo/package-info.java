/// The aivo wire: decodes its requests, encodes its answers, renders its events.
@NullMarked
package dev.dragoman.server.dialect.aivo;

import org.jspecify.annotations.NullMarked;
