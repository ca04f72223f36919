/// The group commit: how anything becomes true.
@NullMarked
package dev.dragoman.server.ledger;

import org.jspecify.annotations.NullMarked;
