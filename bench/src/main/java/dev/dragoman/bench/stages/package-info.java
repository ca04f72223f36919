/// What each stage of a turn's way costs on the processor, beside what it may cost.
@NullMarked
package dev.dragoman.bench.stages;

import org.jspecify.annotations.NullMarked;
