/// Ids, text, values, moments, facts and limits: the words every other room speaks.
@NullMarked
package dev.dragoman.core.model;

import org.jspecify.annotations.NullMarked;
