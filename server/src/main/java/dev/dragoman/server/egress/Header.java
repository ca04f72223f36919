package dev.dragoman.server.egress;

/// One header line, sent or received.
public record Header(String name, String value) {}
