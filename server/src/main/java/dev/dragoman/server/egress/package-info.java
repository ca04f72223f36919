/// The only way out: every outbound call to an address that a user gave is judged, dialled, bounded
/// and settled in time here.
@NullMarked
package dev.dragoman.server.egress;

import org.jspecify.annotations.NullMarked;
