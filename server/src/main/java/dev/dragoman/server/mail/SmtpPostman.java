package dev.dragoman.server.mail;

import dev.dragoman.server.delivery.Mail;
import dev.dragoman.server.delivery.Postman;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks SMTP with one server, a connection for each mail. Thread-safe.
public final class SmtpPostman implements Postman {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpPostman.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int REPLY_MILLIS = 10_000;
  private static final int OK = 250;

  /// How the server is reached.
  ///
  /// @param user empty when nobody logs in
  public record Server(String host, int port, Security security, String user, String password) {}

  /// What protects the line.
  public enum Security {
    /// Encryption is required after the greeting.
    STARTTLS,
    /// Encrypted from the first byte.
    TLS,
    /// Nothing: for a server on this machine.
    NONE
  }

  private final Server server;
  private final Letter letter;
  private final Session session;

  /// Sends as `from` through this server.
  public SmtpPostman(Server server, String from) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
    this.letter = new Letter(session, from);
  }

  private static Properties properties(Server server) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
    properties.setProperty("mail.smtp.timeout", Integer.toString(REPLY_MILLIS));
    properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    // The connection is closed without waiting for a farewell: the mail is theirs by then.
    properties.setProperty("mail.smtp.quitwait", "false");
    String starts = Boolean.toString(server.security() == Security.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", starts);
    properties.setProperty("mail.smtp.starttls.required", starts);
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
    return properties;
  }

  /// The library stops its clock at each reply, so the whole attempt has a thread of its own: an
  /// interrupt closes the socket it waits on.
  @Override
  public Receipt post(Mail mail) {
    FutureTask<Receipt> attempt = new FutureTask<>(() -> attempt(mail));
    Thread.ofVirtual().name("smtp").start(attempt);
    Receipt receipt = ended(attempt);
    if (!receipt.code().isEmpty()) {
      LOG.warn("mail {} was not taken: {} {}", mail.id(), receipt.code(), receipt.status());
    }
    return receipt;
  }

  private static Receipt ended(FutureTask<Receipt> attempt) {
    try {
      return attempt.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      attempt.cancel(true);
      return new Receipt(0, "timeout", "");
    } catch (InterruptedException stopping) {
      attempt.cancel(true);
      Thread.currentThread().interrupt();
      return new Receipt(0, "stopped", "");
    } catch (ExecutionException | CancellationException defect) {
      LOG.error("a mail could not be written", defect);
      return new Receipt(0, "defect", "");
    }
  }

  private Receipt attempt(Mail mail) {
    try {
      Letter.Written written = letter.write(mail);
      try (SMTPTransport transport = new SMTPTransport(session, null)) {
        connect(transport);
        transport.sendMessage(written.message(), written.recipients());
        return new Receipt(OK, "", said(transport.getLastServerResponse()));
      }
    } catch (Letter.Refused refused) {
      return new Receipt(Letter.Refused.STATUS, "address", said(refused.getMessage()));
    } catch (AuthenticationFailedException refused) {
      return new Receipt(0, "login", said(refused.getMessage()));
    } catch (MessagingException failed) {
      return failed(failed);
    }
  }

  private void connect(SMTPTransport transport) throws MessagingException {
    if (server.user().isEmpty()) {
      transport.connect(server.host(), server.port(), null, null);
    } else {
      transport.connect(server.host(), server.port(), server.user(), server.password());
    }
  }

  private static Receipt failed(MessagingException failed) {
    for (Exception cause = failed;
        cause instanceof MessagingException one;
        cause = one.getNextException()) {
      int status =
          switch (one) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSenderFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0; // an open set: the library's other failures carry no reply
          };
      if (status > OK) {
        return new Receipt(status, "refused", said(one.getMessage()));
      }
    }
    return new Receipt(0, "connection", said(failed.getMessage()));
  }

  private static String said(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
