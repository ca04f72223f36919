/// Calls hooks after the commit that let them out, and brings their answers back as inputs.
@NullMarked
package dev.dragoman.server.hooks;

import org.jspecify.annotations.NullMarked;
