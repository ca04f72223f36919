package dev.dragoman.server.mail;

import dev.dragoman.server.delivery.Mail;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Writes a mail as it goes over the line. Thread-safe.
final class Letter {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Session session;
  private final String from;

  Letter(Session session, String from) {
    this.session = session;
    this.from = from;
  }

  /// A message and who gets it.
  @SuppressWarnings("ArrayRecordComponent") // Handed to the library, never compared.
  record Written(MimeMessage message, Address[] recipients) {}

  /// What was given as an address is none.
  static final class Refused extends Exception {
    /// What SMTP says of an address that cannot be.
    static final int STATUS = 553;

    private static final long serialVersionUID = 1L;

    Refused(String which) {
      super(which + " is not one mail address");
    }
  }

  Written write(Mail mail) throws MessagingException, Refused {
    InternetAddress recipient = address("recipient", mail.recipient(), Optional.empty());
    MimeMessage message = new Identified(session, "<" + mail.id() + "@" + domain() + ">");
    message.setFrom(address("mail.from", from, mail.sender()));
    message.setRecipient(Message.RecipientType.TO, recipient);
    if (mail.reply().address().isPresent()) {
      String reply = mail.reply().address().get();
      message.setReplyTo(new Address[] {address("reply", reply, mail.reply().name())});
    }
    message.setSubject(oneLine(mail.text().subject()), UTF_8);
    message.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.ofEpochMilli(mail.atMillis()).atOffset(ZoneOffset.UTC)));
    message.setText(mail.text().content(), UTF_8);
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return new Written(message, new Address[] {recipient});
  }

  private String domain() {
    String own = from.substring(from.lastIndexOf('@') + 1).replace(">", "");
    return own.strip().toLowerCase(Locale.ROOT);
  }

  /// Exactly one address, so that nobody writes a list, or a header, into a field of a form.
  private static InternetAddress address(String which, String given, Optional<String> name)
      throws Refused {
    try {
      InternetAddress[] parsed = InternetAddress.parse(oneLine(given).strip(), true);
      if (parsed.length != 1 || parsed[0].isGroup()) {
        throw new Refused(which);
      }
      parsed[0].validate();
      if (name.isPresent()) {
        parsed[0].setPersonal(oneLine(name.get()), UTF_8);
      }
      return parsed[0];
    } catch (AddressException notOne) {
      throw new Refused(which);
    } catch (UnsupportedEncodingException missing) {
      throw new IllegalStateException("every JDK has UTF-8", missing);
    }
  }

  /// Line breaks would begin another header.
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /// Keeps its id when it is sent.
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
