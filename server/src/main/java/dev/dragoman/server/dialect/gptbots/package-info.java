/// The gptbots wire: decodes its requests, encodes its answers, streams and events.
@NullMarked
package dev.dragoman.server.dialect.gptbots;

import org.jspecify.annotations.NullMarked;
