/// The native API under `/api/v1`, one class per resource, and the document that describes it.
@NullMarked
package dev.dragoman.server.api;

import org.jspecify.annotations.NullMarked;
