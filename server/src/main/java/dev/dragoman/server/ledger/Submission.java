package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Arrival;
import org.jspecify.annotations.Nullable;

/// One input on its way into the ledger.
///
/// @param workspace from the credential, never from the request
/// @param arrival the input and the turn id the server made for it
/// @param inputId the caller's id, or null: then a repeat is a new input
public record Submission(
    int workspace, Target target, Arrival arrival, @Nullable InputId inputId, Urgency urgency) {}
