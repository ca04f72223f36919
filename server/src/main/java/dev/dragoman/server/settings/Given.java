package dev.dragoman.server.settings;

import java.nio.file.Path;

/// A setting's text as somebody gave it.
///
/// @param text what was written
/// @param base the directory that relative paths in it start from
/// @param origin where it was written, for a message
record Given(String text, Path base, String origin) {}
