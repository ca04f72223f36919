/// The wire of Clustaar's API: decodes its requests, encodes its answers, speaks its webhook.
@NullMarked
package dev.dragoman.server.dialect.clustaar;

import org.jspecify.annotations.NullMarked;
