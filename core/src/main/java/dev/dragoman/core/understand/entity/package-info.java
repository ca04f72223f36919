/// Finds numbers, percentages, money, e-mail addresses and web addresses in what people write.
@NullMarked
package dev.dragoman.core.understand.entity;

import org.jspecify.annotations.NullMarked;
