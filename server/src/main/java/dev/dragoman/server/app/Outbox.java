package dev.dragoman.server.app;

import com.zaxxer.hikari.HikariDataSource;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.server.delivery.Deliverer;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.EndpointBook;
import dev.dragoman.server.delivery.MailRequests;
import dev.dragoman.server.delivery.Postman;
import dev.dragoman.server.delivery.Redelivery;
import dev.dragoman.server.delivery.Renderer;
import dev.dragoman.server.delivery.WebhookRequests;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.ledger.AfterCommit;
import dev.dragoman.server.ledger.LaneClaim;
import dev.dragoman.server.mail.SmtpPostman;
import dev.dragoman.server.observe.Metrics;
import dev.dragoman.server.settings.Secret;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Deliveries;
import dev.dragoman.server.store.Endpoints;
import dev.dragoman.server.store.Lanes;
import dev.dragoman.server.store.LegPages;
import dev.dragoman.server.store.Notices;
import dev.dragoman.server.store.Secrets;
import dev.dragoman.server.store.secret.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/// Everything that tells the outside what happened, joined.
///
/// Lanes are settled on a pool of their own: what waits there for a disk delays no reader.
final class Outbox implements AutoCloseable {
  /// Connections of the pool for lanes.
  static final int CONNECTIONS = 4;

  private final HikariDataSource lanesPool;
  private final EndpointBook book;
  private final Deliverer deliverer;
  private final Deliveries deliveries;

  /// What it is joined to.
  ///
  /// @param lanesPool its own; closed with it
  record Ports(
      HikariDataSource lanesPool,
      DataSource pool,
      EgressClient egress,
      Metrics metrics,
      Optional<Postman> postman) {}

  /// Where people and secrets are kept, and who tells of them.
  record Keeping(Keys sealing, Contacts contacts, Secrets secrets, Dialects dialects) {}

  Outbox(Ports ports, Keeping keeping) {
    this.lanesPool = ports.lanesPool();
    DataSource pool = ports.pool();
    this.deliveries = new Deliveries(pool);
    Map<String, Renderer> renderers = new HashMap<>(keeping.dialects().renderers(this::book));
    List<Endpoint> standing = new ArrayList<>(keeping.dialects().standing());
    renderers.put(WebhookRequests.NAME, new WebhookRequests());
    standing.add(WebhookRequests.standing());
    if (ports.postman().isPresent()) {
      renderers.put(MailRequests.NAME, new MailRequests());
      standing.add(MailRequests.standing());
    }
    this.book =
        new EndpointBook(
            new Endpoints(pool), keeping.sealing(), renderers, standing, System::nanoTime);
    this.deliverer =
        new Deliverer(
            new Deliverer.Ports(
                book,
                new Lanes(lanesPool),
                new Deliverer.LegReads(
                    new LegPages(pool),
                    new Conversations(pool),
                    keeping.contacts(),
                    keeping.secrets(),
                    deliveries,
                    new Notices(pool)),
                ports.egress(),
                new Deliverer.Clocks(
                    System::nanoTime,
                    System::currentTimeMillis,
                    () -> ThreadLocalRandom.current().nextDouble()),
                ports.metrics()::attempted,
                ports.postman()));
    ports
        .metrics()
        .gauge("dragoman.lanes.running", "Lanes this node is moving", deliverer::running);
  }

  /// Who takes mails to the mail server of the settings.
  static Optional<Postman> postman(Settings settings) {
    return settings
        .mail()
        .map(
            mail ->
                new SmtpPostman(
                    new SmtpPostman.Server(
                        mail.host(),
                        mail.port(),
                        SmtpPostman.Security.valueOf(mail.security().toUpperCase(Locale.ROOT)),
                        mail.user(),
                        mail.password().map(Secret::reveal).orElse("")),
                    mail.from()));
  }

  EndpointBook book() {
    return book;
  }

  Deliverer deliverer() {
    return deliverer;
  }

  Redelivery redelivery() {
    return new Redelivery(new Lanes(lanesPool), deliveries);
  }

  /// Lanes start first: they only hand over.
  AfterCommit with(AfterCommit next) {
    return new AfterCommit() {
      @Override
      public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {
        next.committed(workspace, conversationId, legs);
      }

      @Override
      public void claimed(
          int workspace,
          String conversationId,
          List<Decision.Decided> legs,
          List<LaneClaim> claims) {
        deliverer.claimed(workspace, conversationId, legs, claims);
      }
    };
  }

  @Override
  public void close() {
    deliverer.close();
    lanesPool.close();
  }
}
