/// A process of its own that plays the phones and the integrator's receiver, over HTTP only.
@NullMarked
package dev.dragoman.server.sandbox;

import org.jspecify.annotations.NullMarked;
