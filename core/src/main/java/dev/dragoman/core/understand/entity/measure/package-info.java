/// Measures recognisers against cases whose entities are known.
@NullMarked
package dev.dragoman.core.understand.entity.measure;

import org.jspecify.annotations.NullMarked;
