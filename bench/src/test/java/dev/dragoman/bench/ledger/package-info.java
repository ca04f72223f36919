/// Each kind of finding, seen once.
@NullMarked
package dev.dragoman.bench.ledger;

import org.jspecify.annotations.NullMarked;
