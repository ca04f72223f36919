/// Load, decide, record, act: the only caller of the ledger, and the ports it acts through.
@NullMarked
package dev.dragoman.server.flow;

import org.jspecify.annotations.NullMarked;
