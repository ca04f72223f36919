/// The one written form of actions, buttons, targets and conditions, read and written.
@NullMarked
package dev.dragoman.core.bot.form;

import org.jspecify.annotations.NullMarked;
