package dev.dragoman.server.delivery;

/// Hands a mail to a mail server: the port that delivery needs for mails of bots. Blocks for at
/// most [#PATIENCE_MILLIS]. Thread-safe.
@FunctionalInterface
public interface Postman {
  /// How long one attempt may take: less than what is left of a lane's claim when it begins.
  int PATIENCE_MILLIS = 20_000;

  /// Tries once.
  Receipt post(Mail mail);

  /// What came of it.
  ///
  /// @param status the server's reply code (250: it has the mail), 0 when it gave none
  /// @param code empty when it has the mail, else why not, in a word
  /// @param text what the server said
  record Receipt(int status, String code, String text) {}
}
