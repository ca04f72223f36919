package dev.dragoman.server.app;

import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.EndpointBook;
import dev.dragoman.server.delivery.Renderer;
import dev.dragoman.server.dialect.clustaar.ClustaarDoor;
import dev.dragoman.server.dialect.gptbots.DeskRenderer;
import dev.dragoman.server.dialect.gptbots.Framing;
import dev.dragoman.server.dialect.gptbots.GptbotsDoor;
import dev.dragoman.server.dialect.gptbots.HumanRooms;
import dev.dragoman.server.dialect.gptbots.Kept;
import dev.dragoman.server.dialect.gptbots.WebhookRenderer;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.Answers;
import dev.dragoman.server.store.DeskRooms;
import dev.dragoman.server.store.Files;
import dev.dragoman.server.store.IdentityHash;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.ReplyModes;
import dev.dragoman.server.store.Threads;
import dev.dragoman.server.store.read.BotConversations;
import dev.dragoman.server.store.read.ReadSession;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// The gptbots dialect, joined.
record Gptbots(DataSource pool, Settings settings, EndpointBook book, ChannelRoom.Links links) {
  /// What takes inputs, and who may send them.
  record Flow(Keys keys, Turns turns, Directory directory, BotShelf shelf) {}

  /// What is recorded.
  record Records(ClustaarDoor.Records records, IdentityHash identities, Supplier<String> ids) {}

  /// How it tells what happened.
  static Map<String, Renderer> renderers(DataSource pool, Legs legs, Supplier<BotShelf> bots) {
    return Map.of(
        WebhookRenderer.NAME,
        new WebhookRenderer(new ReplyModes(pool), legs, bots),
        DeskRenderer.NAME,
        new DeskRenderer(HumanRooms.of(new DeskRooms(pool))));
  }

  private String url(Request request, int workspace, String fileId) {
    return links.publicUrl().orElseGet(request::origin) + links.links().path(workspace, fileId);
  }

  private boolean hasWebhook(BotKey bot) {
    return book.all(bot.workspace()).stream()
        .map(EndpointBook.Named::endpoint)
        .filter(endpoint -> endpoint.dialect().equals(WebhookRenderer.NAME))
        .filter(endpoint -> endpoint.botId().map(bot.botId()::equals).orElse(true))
        .anyMatch(endpoint -> endpoint.status() != Endpoint.Status.DISABLED);
  }

  GptbotsDoor.Parts parts(Flow flow, Records kept) {
    Settings.Gptbots manner = settings.gptbots();
    return new GptbotsDoor.Parts(
        new GptbotsDoor.Manner(
            manner.alwaysOk(),
            Framing.valueOf(manner.stream().toUpperCase(Locale.ROOT)),
            settings.turn().blockingDeadlineMillis()),
        flow.keys(),
        new GptbotsDoor.Flow(
            flow.turns(),
            flow.directory(),
            flow.shelf(),
            this::hasWebhook,
            HumanRooms.of(new DeskRooms(pool))),
        new GptbotsDoor.Records(
            new Threads(pool, kept.identities()),
            new ReplyModes(pool),
            new Answers(pool),
            kept.records().conversations(),
            kept.records().legs(),
            new Kept.Store(new Files(pool), kept.ids()),
            this::url),
        new GptbotsDoor.People(
            kept.records().contacts(), new BotConversations(new ReadSession(pool)), kept.ids()));
  }
}
