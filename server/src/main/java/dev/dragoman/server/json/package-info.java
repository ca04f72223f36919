/// The one JSON door: bytes become values or a named problem, values become bytes, and decoders
/// read members and gather every defect.
@NullMarked
package dev.dragoman.server.json;

import org.jspecify.annotations.NullMarked;
