package dev.dragoman.server.flow;

/// A bot of a workspace.
public record BotKey(int workspace, String botId) {}
