package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.channel.whatsapp.CloudApi;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.ChannelAccounts.Account;
import dev.dragoman.server.store.ChannelAccounts.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// A line of each demo bot on the sandbox, made at the first start and pointed at the sandbox of
/// this one.
final class DemoLines {
  private static final String VERSION = "v21.0";
  private static final long FIRST_PHONE = 573_005_559_901L;
  private static final long FIRST_LINE = 105_550_001L;

  private final House house;
  private final String url;
  private final String sandbox;

  /// @param url where this server is reached
  DemoLines(House house, String url, String sandbox) {
    this.house = house;
    this.url = url;
    this.sandbox = sandbox;
  }

  /// Lines of these bots, as `demo.json` has them.
  Value.List of(int workspace, List<Value> bots) {
    List<Value> lines = new ArrayList<>();
    for (int i = 0; i < bots.size(); i++) {
      if (bots.get(i) instanceof Value.Obj bot) {
        lines.add(shown(register(line(workspace, bot, i))));
      }
    }
    return new Value.List(lines);
  }

  private ChannelAccounts.Open line(int workspace, Value.Obj bot, int at) {
    String phone = "+" + (FIRST_PHONE + at);
    ChannelAccounts.Provider provider =
        new ChannelAccounts.Provider(Long.toString(FIRST_LINE + at), sandbox, VERSION);
    String botId = String.valueOf(bot.text("id"));
    ChannelAccounts.Place place =
        new ChannelAccounts.Place(botId, String.valueOf(bot.text("name")), phone, provider);
    ChannelAccounts.Open line =
        house
            .channels
            .accounts
            .byPhone(workspace, phone)
            .filter(known -> known.account().place().bot().equals(botId))
            .map(known -> moved(known, place))
            .orElseGet(() -> made(workspace, place));
    if (!house.channels.accounts.change(line) && !house.channels.accounts.add(line)) {
      throw new IllegalStateException("the demo's line " + phone + " is taken");
    }
    return line;
  }

  private static ChannelAccounts.Open moved(
      ChannelAccounts.Open known, ChannelAccounts.Place place) {
    Account old = known.account();
    return new ChannelAccounts.Open(
        new Account(old.workspace(), old.id(), old.number(), old.kind(), place, old.disabled()),
        known.credentials());
  }

  private ChannelAccounts.Open made(int workspace, ChannelAccounts.Place place) {
    String id = house.chances.objectId();
    long number = house.stores.numbers().of(workspace, "channel", id);
    return new ChannelAccounts.Open(
        new Account(workspace, id, number, CloudApi.KIND, place, false),
        new Credentials(
            "sandbox-" + house.chances.objectId(),
            house.chances.objectId(),
            house.chances.objectId()));
  }

  private ChannelAccounts.Open register(ChannelAccounts.Open line) {
    ChannelAccounts.Place place = line.account().place();
    Value.Obj wanted =
        Value.Obj.builder()
            .put("id", place.provider().line())
            .put("phone", place.phone())
            .put("name", place.name())
            .put("webhook", url + "/channels/whatsapp/" + line.account().id())
            .put("secret", line.credentials().appSecret())
            .put("token", line.credentials().token())
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/lines"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(wanted)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 201) {
        throw new IllegalStateException("the sandbox answered " + status);
      }
      return line;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static Value.Obj shown(ChannelAccounts.Open line) {
    Account account = line.account();
    return Value.Obj.builder()
        .put("id", account.id())
        .put("number", account.number())
        .put("bot", account.place().bot())
        .put("phone", account.place().phone())
        .put("line", account.place().provider().line())
        .put("appSecret", line.credentials().appSecret())
        .build();
  }
}
