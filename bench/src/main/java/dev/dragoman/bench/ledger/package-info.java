/// What was asked, what arrived, and what is wrong between the two.
@NullMarked
package dev.dragoman.bench.ledger;

import org.jspecify.annotations.NullMarked;
