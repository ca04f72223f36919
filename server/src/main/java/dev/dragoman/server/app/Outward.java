package dev.dragoman.server.app;

import dev.dragoman.core.model.Limits;
import dev.dragoman.server.egress.Cidr;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.egress.EgressLimits;
import dev.dragoman.server.egress.EgressPolicy;
import dev.dragoman.server.egress.Resolver;
import dev.dragoman.server.settings.Settings;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/// The way outwards, as the settings allow it.
final class Outward {
  /// The demo may call webhooks on the machine it runs on, and says so.
  private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

  private static final int FILES_AT_ONCE = 4;
  private static final int FILE_MILLIS = 15_000;

  private Outward() {}

  static EgressClient client(Settings settings) {
    return client(settings, limits(settings.egress()));
  }

  /// For files: a few at once, as large as one may be.
  static EgressClient files(Settings settings) {
    Settings.Egress set = settings.egress();
    return client(
        settings,
        EgressLimits.NORMAL.with(
            FILES_AT_ONCE,
            new EgressLimits.PerCall(set.connectTimeoutMillis(), FILE_MILLIS, Limits.FILE_BYTES)));
  }

  private static EgressClient client(Settings settings, EgressLimits limits) {
    List<String> blocks = new ArrayList<>(settings.egress().allow());
    if (settings.demo()) {
      blocks.addAll(LOOPBACK);
    }
    List<Cidr> allowed = Fronting.networks(blocks);
    try {
      return new EgressClient(
          EgressPolicy.allowing(allowed),
          limits,
          Resolver.SYSTEM,
          SSLContext.getDefault(),
          System::nanoTime);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has TLS", missing);
    }
  }

  static EgressLimits limits(Settings.Egress set) {
    return EgressLimits.NORMAL.with(
        set.maxCalls(),
        new EgressLimits.PerCall(
            set.connectTimeoutMillis(), set.totalTimeoutMillis(), set.maxResponseBytes()));
  }
}
