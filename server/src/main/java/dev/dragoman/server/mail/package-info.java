/// Hands mails of bots to the operator's mail server.
@NullMarked
package dev.dragoman.server.mail;

import org.jspecify.annotations.NullMarked;
