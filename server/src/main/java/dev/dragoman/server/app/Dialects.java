package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.EndpointBook;
import dev.dragoman.server.delivery.NativeRenderer;
import dev.dragoman.server.delivery.Renderer;
import dev.dragoman.server.dialect.aivo.AivoRenderer;
import dev.dragoman.server.dialect.treble.CenterEvents;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// How each dialect tells what happened, joined to where it looks things up.
///
/// @param others those of dialects that are joined elsewhere, by name
record Dialects(Keys keys, Numbers numbers, Secrets secrets, Map<String, Renderer> others) {
  /// By the name of the dialect; `book` is asked when something is told.
  Map<String, Renderer> renderers(Supplier<EndpointBook> book) {
    Map<String, Renderer> renderers = new HashMap<>(others);
    renderers.put(NativeRenderer.NAME, new NativeRenderer());
    renderers.put(AivoRenderer.NAME, new AivoRenderer(new AivoBook(this, book)));
    renderers.put(CenterEvents.NAME, new CenterEvents(secrets::find));
    return Map.copyOf(renderers);
  }

  /// The endpoints that every workspace has.
  List<Endpoint> standing() {
    return List.of(AivoRenderer.OF_ROOMS);
  }

  /// The number of a bot stays, so it is read once.
  private record AivoBook(
      Dialects dialects, Supplier<EndpointBook> endpoints, Map<String, Long> known)
      implements AivoRenderer.Book {
    AivoBook(Dialects dialects, Supplier<EndpointBook> endpoints) {
      this(dialects, endpoints, new ConcurrentHashMap<>());
    }

    @Override
    public long number(int workspace, String botId) {
      return known.computeIfAbsent(
          workspace + "/" + botId, _ -> dialects.numbers().of(workspace, "bot", botId));
    }

    @Override
    public Optional<String> token(int workspace, String botId, Optional<String> keyId) {
      return keyId
          .flatMap(id -> dialects.keys().sentBack(workspace, id))
          .or(() -> dialects.keys().sentBack(workspace, Credential.Kind.AIVO_TOKEN, botId));
    }

    @Override
    public Value.Obj settings(int workspace, String botId) {
      return endpoints.get().all(workspace).stream()
          .map(EndpointBook.Named::endpoint)
          .filter(one -> one.dialect().equals(AivoRenderer.NAME))
          .filter(one -> one.botId().map(botId::equals).orElse(true))
          .map(Endpoint::settings)
          .findFirst()
          .orElse(Value.Obj.EMPTY);
    }
  }
}
