/// YAML as a tree in which every node knows where it stands, and what is wrong with a file.
@NullMarked
package dev.dragoman.server.botfile.yaml;

import org.jspecify.annotations.NullMarked;
