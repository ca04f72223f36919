package dev.dragoman.server.app;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.check.Remark;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.Publishing;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.embedded.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads the example bots and writes down with which keys they are reached.
///
/// Keys are made at the first start with `--demo` and kept in `demo.json`; later starts publish
/// what has changed and leave the keys as they are.
final class Demo {
  private final House house;
  private final Path file;

  Demo(House house, Path data) {
    this.house = house;
    this.file = data.resolve("demo.json");
  }

  /// Loads everything and returns what to print.
  String load(int workspace, String adminKey, String url, String sandbox) {
    Value.Obj known = known();
    agree(workspace);
    List<Value> bots = new ArrayList<>();
    for (Path folder : folders()) {
      bots.add(bot(workspace, folder, new Place(callable(url), known)));
    }
    DemoDesk.Desk desk = new DemoDesk(house).load(workspace, known);
    Value.Obj written =
        Value.Obj.builder()
            .put("url", url)
            .put("adminKey", adminKey)
            .put("treble", treble(workspace, known))
            .put("bots", new Value.List(bots))
            .put("sandbox", Value.Obj.of("url", Value.of(sandbox)))
            .put("channels", new DemoLines(house, url, sandbox).of(workspace, bots))
            .put("groups", desk.groups())
            .put("agents", desk.agents())
            .build();
    write(Json.write(written));
    return printed(written);
  }

  private Value treble(int workspace, Value.Obj known) {
    return known.get("treble") instanceof Value.Obj before
        ? before
        : Value.Obj.of("key", Value.of(key(workspace, Credential.Kind.TREBLE_KEY, null)));
  }

  /// Where this server is called by itself, and what an earlier start wrote down.
  private record Place(String url, Value.Obj known) {}

  /// What listens on every address is called on the loopback.
  private static String callable(String url) {
    return url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
  }

  /// The shop and its bot agree on secrets once.
  private void agree(int workspace) {
    for (String name : List.of(DemoShop.BASIC, DemoShop.SIGNING)) {
      if (house.secrets.find(workspace, name).isEmpty()) {
        house.secrets.put(workspace, name, "shop:" + house.chances.hex(16));
      }
    }
  }

  private Value bot(int workspace, Path folder, Place place) {
    List<Source> sources =
        sources(folder).stream()
            .map(file -> new Source(file.name(), DemoShop.moved(file.text(), place.url())))
            .toList();
    Bot bot = published(workspace, sources, folder);
    Value.Obj before = before(place.known(), bot.id());
    if (before != null) {
      Value.Obj kept =
          before.get("gptbots") == null ? before.with("gptbots", gptbots(workspace, bot)) : before;
      return kept.get("aivo") == null ? kept.with("aivo", aivo(workspace, bot)) : kept;
    }
    Value.Obj clustaar =
        Value.Obj.builder()
            .put("token", key(workspace, Credential.Kind.BOT_TOKEN, bot.id()))
            .put("key", key(workspace, Credential.Kind.BOT_KEY, bot.id()))
            .build();
    return Value.Obj.builder()
        .put("name", bot.head().name())
        .put("id", bot.id())
        .put("number", bot.head().number())
        .put("clustaar", clustaar)
        .put("gptbots", gptbots(workspace, bot))
        .put("aivo", aivo(workspace, bot))
        .build();
  }

  private Value.Obj gptbots(int workspace, Bot bot) {
    return Value.Obj.of("key", Value.of(key(workspace, Credential.Kind.GPTBOTS_KEY, bot.id())));
  }

  private Value.Obj aivo(int workspace, Bot bot) {
    return Value.Obj.of("token", Value.of(key(workspace, Credential.Kind.AIVO_TOKEN, bot.id())));
  }

  private Bot published(int workspace, List<Source> sources, Path folder) {
    return switch (house.publishing.publishIfChanged(workspace, sources, "demo")) {
      case Publishing.Result.Published(var bot) -> bot;
      case Publishing.Result.Defective(var remarks) ->
          throw new StartRefused(folder + " is not published:\n" + lines(remarks));
      case Publishing.Result.Stale _ -> throw new IllegalStateException("none was expected");
      case Publishing.Result.NumberTaken(var kind, long number) ->
          throw new StartRefused("the number " + number + " of a " + kind + " is taken");
    };
  }

  private static String lines(List<Remark> remarks) {
    return remarks.stream().map(Remark::toString).collect(Collectors.joining("\n"));
  }

  private String key(int workspace, Credential.Kind kind, @Nullable String botId) {
    return house
        .keys
        .make(workspace, new Keys.Wanted(kind, botId, "demo", null, null))
        .orElseThrow()
        .key();
  }

  private static Value.@Nullable Obj before(Value.Obj known, String botId) {
    if (known.get("bots") instanceof Value.List(var bots)) {
      for (Value bot : bots) {
        if (bot instanceof Value.Obj one && botId.equals(one.text("id"))) {
          return one;
        }
      }
    }
    return null;
  }

  private Value.Obj known() {
    try {
      return Files.exists(file)
              && Json.read(Files.readAllBytes(file)) instanceof JsonRead.Read(Value.Obj known)
          ? known
          : Value.Obj.EMPTY;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void write(byte[] document) {
    try {
      Files.write(file, document);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The folder of the examples: beside the script, or where the jar was started.
  static List<Path> folders() {
    Path home = Path.of(System.getProperty("dragoman.home", "."));
    try (Stream<Path> folders = Files.list(home.resolve("examples"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("bot.yaml"))).sorted().toList();
    } catch (IOException missing) {
      throw new IllegalStateException("the examples are missing in " + home, missing);
    }
  }

  static List<Source> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Source> sources = new ArrayList<>();
      for (Path path : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        sources.add(new Source(path.getFileName().toString(), Files.readString(path)));
      }
      return sources;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String printed(Value.Obj written) {
    StringBuilder text =
        new StringBuilder(
            "Demo: webhooks to this machine are allowed; the examples call a shop at /demo/shop.\n");
    text.append("  admin key  ").append(written.text("adminKey")).append('\n');
    if (written.get("treble") instanceof Value.Obj treble) {
      text.append("  treble key ").append(treble.text("key")).append('\n');
    }
    if (written.get("bots") instanceof Value.List(var bots)) {
      for (Value bot : bots) {
        if (bot instanceof Value.Obj one && one.get("clustaar") instanceof Value.Obj keys) {
          text.append("  ").append(one.text("name")).append("  id ").append(one.text("id"));
          text.append("  token ").append(keys.text("token"));
          text.append("  key ").append(keys.text("key"));
          if (one.get("gptbots") instanceof Value.Obj gptbots) {
            text.append("  gptbots key ").append(gptbots.text("key"));
          }
          if (one.get("aivo") instanceof Value.Obj aivo) {
            text.append("  aivo token ").append(aivo.text("token"));
          }
          text.append('\n');
        }
      }
    }
    if (written.get("sandbox") instanceof Value.Obj sandbox) {
      text.append("  phones     ").append(sandbox.text("url")).append('\n');
    }
    if (written.get("channels") instanceof Value.List(var lines)) {
      for (Value line : lines) {
        if (line instanceof Value.Obj one) {
          text.append("  line ").append(one.text("phone"));
          text.append("  of bot ").append(one.text("bot")).append('\n');
        }
      }
    }
    if (written.get("agents") instanceof Value.List(var agents)) {
      for (Value agent : agents) {
        if (agent instanceof Value.Obj one) {
          text.append("  agent ").append(one.text("name"));
          text.append("  key ").append(one.text("key")).append('\n');
        }
      }
    }
    return text.append("  also in ").append(file).append('\n').toString();
  }
}
