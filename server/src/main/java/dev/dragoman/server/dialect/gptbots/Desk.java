package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.flow.Turns;

/// What every route of the door works with.
record Desk(Access access, Bodies bodies, Errors errors, Refusals refusals, Turns turns) {}
