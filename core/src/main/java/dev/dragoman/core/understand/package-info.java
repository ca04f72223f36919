/// What is understood about a message before any bot is asked: the language it is written in.
@NullMarked
package dev.dragoman.core.understand;

import org.jspecify.annotations.NullMarked;
