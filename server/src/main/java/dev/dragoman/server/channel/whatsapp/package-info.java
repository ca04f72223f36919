/// The wire of WhatsApp's Cloud API: messages out, webhooks in.
@NullMarked
package dev.dragoman.server.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
