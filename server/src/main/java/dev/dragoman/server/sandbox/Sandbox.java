package dev.dragoman.server.sandbox;

import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The sandbox: phones, a provider like WhatsApp's, an integrator's receiver, and a fault dial.
///
/// | path | |
/// |---|---|
/// | `GET /` | a phone to type into |
/// | `POST /{version}/{line}/messages` | the Cloud API's |
/// | `GET /{version}/{id}` | the Cloud API's: where a file is |
/// | `POST /sandbox/media`, `GET /sandbox/media/{id}` | brings a file, and gives it for a token |
/// | any `/receiver/…` | the integrator: kept, answered 200 `{}` |
/// | `POST /sandbox/lines` | registers `id`, `phone`, `name`, `webhook`, `secret`, `token` |
/// | `POST /sandbox/lines/{id}` | dials `statuses` and `webhooks` of a line |
/// | `GET /sandbox/lines` | the lines and their phones |
/// | `GET /sandbox/lines/{id}/phones/{phone}` | a chat; `?read` marks it as read |
/// | `POST /sandbox/lines/{id}/phones/{phone}` | a phone says this message |
/// | `POST /sandbox/faults` | `path`, `fault`, `millis`, `times`, `taken` |
/// | `GET`, `DELETE /sandbox/received` | what the receiver got, `?path=` |
/// | `GET /sandbox/audit` | messages that reached phones, doubled ones named |
public final class Sandbox implements AutoCloseable {
  private static final String PAGE = "phone.html";
  private static final String ACCOUNTS = "lines";

  private final Chats chats = new Chats();
  private final Dial dial = new Dial();
  private final Provider provider = new Provider(chats, dial);
  private final Records records = new Records();
  private final Media media =
      new Media(token -> chats.lines().stream().anyMatch(one -> one.way().token().equals(token)));
  private final Web web;

  private Sandbox(InetAddress host, int port) throws IOException {
    this.web = Web.open(host, port, this::answer);
  }

  /// Opens it on this machine; port 0 takes any that is free.
  public static Sandbox open(int port) throws IOException {
    return new Sandbox(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  /// Where it is reached.
  public String url() {
    return "http://127.0.0.1:" + web.port();
  }

  private Web.Answer answer(Web.Asked asked) throws InterruptedException {
    String[] parts = asked.parts();
    return switch (parts[0]) {
      case "" -> page();
      case "receiver" -> receive(asked);
      case "sandbox" -> parts.length < 2 ? nothing() : own(asked, parts);
      default -> cloud(asked, parts);
    };
  }

  /// What the Cloud API answers.
  private Web.Answer cloud(Web.Asked asked, String[] parts) throws InterruptedException {
    if (parts.length == 3 && parts[2].equals("messages") && asked.method().equals("POST")) {
      return provider.send(asked, parts[1]);
    }
    return parts.length == 2 && asked.method().equals("GET")
        ? media.tell(asked, parts[1])
        : nothing();
  }

  private static Web.Answer nothing() {
    return Web.json(404, Value.Obj.of("error", Value.of("there is nothing here")));
  }

  private Web.Answer receive(Web.Asked asked) throws InterruptedException {
    records.add(asked, System.currentTimeMillis());
    Web.Answer good = Web.json(200, Value.Obj.EMPTY);
    Optional<Dial.Fault> fault = dial.next(asked.path());
    return fault.isPresent() ? dial.apply(fault.get(), good) : good;
  }

  private Web.Answer own(Web.Asked asked, String[] parts) throws InterruptedException {
    return switch (parts[1]) {
      case ACCOUNTS -> lines(asked, parts);
      case "faults" ->
          dial.set(asked.json())
              ? Web.json(200, Value.Obj.EMPTY)
              : Web.json(422, Value.Obj.of("error", Value.of("no such fault")));
      case "received" -> {
        if (asked.method().equals("DELETE")) {
          records.clear();
        }
        String path = asked.query().getOrDefault("path", "/receiver");
        yield Web.json(200, Value.Obj.of("data", records.list(path)));
      }
      case "media" ->
          parts.length == 3 && asked.method().equals("GET")
              ? media.give(asked, parts[2])
              : media.bring(asked);
      case "audit" -> Web.json(200, chats.audit());
      default -> nothing();
    };
  }

  private Web.Answer lines(Web.Asked asked, String[] parts) throws InterruptedException {
    boolean posts = asked.method().equals("POST");
    if (parts.length == 2) {
      return posts ? register(asked.json()) : Web.json(200, Value.Obj.of("data", listed()));
    }
    Optional<Chats.Line> line = chats.line(parts[2]);
    if (line.isEmpty()) {
      return nothing();
    }
    if (parts.length == 3 && posts) {
      Value.Obj wanted = asked.json();
      String statuses = wanted.text("statuses");
      String webhooks = wanted.text("webhooks");
      chats.put(
          line.get()
              .dialled(
                  statuses == null ? line.get().statuses() : statuses,
                  webhooks == null ? line.get().webhooks() : webhooks));
      return Web.json(200, Value.Obj.EMPTY);
    }
    return parts.length == 5 ? phone(asked, line.get(), parts[4]) : nothing();
  }

  private Web.Answer register(Value.Obj wanted) {
    Chats.Line line =
        new Chats.Line(
            Chats.text(wanted, "id"),
            Chats.text(wanted, "phone"),
            Chats.text(wanted, "name"),
            new Chats.Way(
                Chats.text(wanted, "webhook"),
                Chats.text(wanted, "secret"),
                Chats.text(wanted, "token")),
            "normal",
            "good");
    boolean whole =
        List.of(line.id(), line.way().webhook(), line.way().secret(), line.way().token()).stream()
            .noneMatch(String::isEmpty);
    if (!whole) {
      return Web.json(422, Value.Obj.of("error", Value.of("id, webhook, secret, token")));
    }
    chats.put(line);
    return Web.json(201, Value.Obj.of("id", Value.of(line.id())));
  }

  private Value.List listed() {
    return new Value.List(
        chats.lines().stream()
            .<Value>map(
                line ->
                    Value.Obj.builder()
                        .put("id", line.id())
                        .put("phone", line.phone())
                        .put("name", line.name())
                        .put(
                            "phones",
                            new Value.List(
                                chats.phones(line.id()).stream().<Value>map(Value::of).toList()))
                        .build())
            .toList());
  }

  private Web.Answer phone(Web.Asked asked, Chats.Line line, String phone)
      throws InterruptedException {
    if (asked.method().equals("POST")) {
      return Web.json(200, provider.say(line, phone, asked.json()));
    }
    if (asked.query().containsKey("read")) {
      provider.read(line, phone);
    }
    return Web.json(200, Value.Obj.of("data", Provider.shown(chats.chat(line.id(), phone))));
  }

  private static Web.Answer page() {
    try (InputStream page = Objects.requireNonNull(Sandbox.class.getResourceAsStream(PAGE), PAGE)) {
      return new Web.Answer.Whole(200, "text/html; charset=utf-8", page.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    dial.stop();
    web.close();
  }
}
