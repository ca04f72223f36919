/// The only room that knows the HTTP library: listens, limits, routes, and turns failures into the
/// problems of the door they came through.
@NullMarked
package dev.dragoman.server.http;

import org.jspecify.annotations.NullMarked;
