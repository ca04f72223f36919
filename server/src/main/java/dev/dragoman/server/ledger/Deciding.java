package dev.dragoman.server.ledger;

import dev.dragoman.core.model.Seed;
import java.util.function.Supplier;

/// What a committer decides with.
record Deciding(BotCatalog catalog, Supplier<Seed> seeds) {}
