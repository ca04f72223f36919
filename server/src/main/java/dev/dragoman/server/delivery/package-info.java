/// Tells the outside what happened: endpoints, lanes, workers, and the ledger of deliveries.
@NullMarked
package dev.dragoman.server.delivery;

import org.jspecify.annotations.NullMarked;
