package dev.dragoman.server.dialect.gptbots;

import org.jspecify.annotations.Nullable;

/// One message of an answer.
///
/// @param component the name of the step that said it, or null where no step did
/// @param branch which arrow led to that step, counted from 1, or null where none did
record Said(String text, @Nullable String component, @Nullable String branch) {}
