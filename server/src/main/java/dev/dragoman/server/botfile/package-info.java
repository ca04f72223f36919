/// Bots as files: read, checked, given ids, and tried in conversations.
@NullMarked
package dev.dragoman.server.botfile;

import org.jspecify.annotations.NullMarked;
