package dev.dragoman.core.conversation;

import dev.dragoman.core.model.Value;

/// A story to be sent to one contact, with the contact's own values.
public record Deployment(String campaignId, String storyId, Value.Obj values) {}
