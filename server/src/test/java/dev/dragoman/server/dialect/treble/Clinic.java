package dev.dragoman.server.dialect.treble;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A flow on a running server with a receiver for its hooks, as a customer of treble has them.
final class Clinic implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger(40_213);
  private static final AtomicInteger PHONES = new AtomicInteger();

  final int number = NUMBERS.getAndIncrement();
  final Receiver receiver;
  final Client anyone;
  final Client admin;
  final Client account;
  final String botId;
  private final Map<String, Receiver.Conduct> conducts = new ConcurrentHashMap<>();

  private Clinic(Client anyone, Publisher publisher, String accountKey, String flow)
      throws IOException {
    this.anyone = anyone;
    this.admin = anyone.bearer(RunningServer.ADMIN_KEY);
    this.account = anyone.with("Authorization", accountKey);
    this.receiver = Receiver.that(this::conduct);
    String hooks = "http://127.0.0.1:" + receiver.port();
    String file = Golden.read("/treble/" + flow);
    this.botId =
        publisher.publish(
            file.replace("⟨hooks⟩", hooks).replace("⟨number⟩", Integer.toString(number)));
  }

  /// Publishes a file and tells the bot's id.
  interface Publisher {
    String publish(String file);
  }

  static Clinic open(TestServer server) throws IOException {
    return open(server, "clinic.yaml");
  }

  /// The same with another flow.
  static Clinic open(TestServer server, String flow) throws IOException {
    String key = server.key(Credential.Kind.TREBLE_KEY, null);
    return new Clinic(server.client(), file -> server.publish(file).id(), key, flow);
  }

  static Clinic open(RunningServer server) throws IOException {
    String key = server.key(Credential.Kind.TREBLE_KEY, null);
    return new Clinic(
        Client.of(server::url), file -> server.publish(file).id(), key, "clinic.yaml");
  }

  private void conduct(Receiver.Connection connection) throws IOException, InterruptedException {
    String request = receiver.requests.getLast();
    String path = request.substring(request.indexOf('/'), request.indexOf(" HTTP"));
    conducts.getOrDefault(path, answering("{}")).on(connection);
  }

  /// What the receiver answers at a path.
  void answers(String path, String body) {
    conducts.put(path, answering(body));
  }

  void conducts(String path, Receiver.Conduct conduct) {
    conducts.put(path, conduct);
  }

  static Receiver.Conduct answering(String body) {
    return connection -> connection.write(http("200 OK", body));
  }

  static byte[] http(String status, String body) {
    int length = body.getBytes(UTF_8).length;
    String head =
        "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n".formatted(status, length);
    return (head + body).getBytes(UTF_8);
  }

  /// The body of the first request at a path, waited for.
  String hears(String path) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 600 && heard(path).startsWith("nothing"); i++) {
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    return heard(path);
  }

  /// The body of the last request at a path.
  String heard(String path) {
    return receiver.requests.stream()
        .filter(request -> request.startsWith("POST " + path + " "))
        .reduce((_, last) -> last)
        .map(request -> new String(request.getBytes(ISO_8859_1), UTF_8))
        .map(request -> request.substring(request.indexOf("\r\n\r\n") + 4))
        .orElse("nothing was heard at " + path);
  }

  @Override
  public void close() {
    receiver.close();
  }

  /// Somebody with a new number who started the flow.
  Patient patient() {
    return stranger().starts();
  }

  /// Somebody with a new number who has said nothing yet.
  Patient stranger() {
    return new Patient(newCellphone());
  }

  /// A Colombian number that nobody has had yet.
  String newCellphone() {
    return "31%08d".formatted(PHONES.getAndIncrement());
  }

  /// Why the campaign of a session failed, empty if it did not.
  String failures(TestServer server, String session) {
    return server.legs(session.substring(0, 24)).stream()
        .flatMap(leg -> leg.told().events().stream())
        .filter(
            event ->
                event instanceof Event.CampaignFailed failed && failed.sessionId().equals(session))
        .map(event -> ((Event.CampaignFailed) event).reason().name())
        .collect(Collectors.joining(","));
  }

  /// One contact with a Colombian number.
  final class Patient {
    final String cellphone;
    private Answer last = new Answer(0, Map.of(), "{}");

    Patient(String cellphone) {
      this.cellphone = cellphone;
    }

    Patient starts() {
      return sends("{\"type\":\"event\",\"name\":\"START\"}");
    }

    Patient says(String text) {
      return sends("{\"type\":\"text\",\"text\":\"" + text + "\"}");
    }

    private Patient sends(String input) {
      String body = "{\"peer\":{\"phone\":\"+57%s\"},\"input\":%s}".formatted(cellphone, input);
      last = admin.post("/api/v1/bots/" + botId + "/inputs", body);
      if (last.status() != 200) {
        throw new AssertionError(last.text());
      }
      return this;
    }

    /// The messages of the last turn.
    String heard() {
      return last.at("messages");
    }

    Answer conversation() {
      return admin.get("/api/v1/conversations/" + last.at("conversation"));
    }

    /// Everything the server knows of why it said what it said.
    String why() {
      return admin.get("/api/v1/conversations/" + last.at("conversation") + "/why").text();
    }

    String session() {
      return conversation().at("session", "id");
    }

    String step() {
      return conversation().at("session", "step");
    }

    Answer updates(String key, String value) {
      return update(
          "{\"user_session_keys\":[{\"key\":\"%s\",\"value\":\"%s\"}]}".formatted(key, value));
    }

    Answer update(String body) {
      return anyone.post("/treble/session/" + session() + "/update", body);
    }

    Answer history() {
      return account.get("/treble/devapi/session/" + session() + "/history");
    }
  }
}
