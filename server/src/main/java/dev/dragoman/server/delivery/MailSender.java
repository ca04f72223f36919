package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Answer;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.nio.charset.StandardCharsets;

/// Sends by mail. Thread-safe.
final class MailSender implements Sender {
  private final Postman postman;

  MailSender(Postman postman) {
    this.postman = postman;
  }

  @Override
  public Sent send(Outgoing outgoing) {
    Value form = Json.read(outgoing.rendered().body()).orThrow();
    Mail mail = Mail.read(form instanceof Value.Obj whole ? whole : Value.Obj.EMPTY);
    Postman.Receipt receipt = postman.post(mail);
    return new Sent(
        receipt.status() == 0 ? Answer.NONE : new Answer(receipt.status(), -1),
        receipt.code(),
        receipt.text().getBytes(StandardCharsets.UTF_8),
        true);
  }
}
