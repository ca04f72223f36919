package dev.dragoman.server.app;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.channel.whatsapp.WebhookDoor;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.store.Bots;
import java.util.List;

/// Tells a workspace that a provider changed the state of a template, and which published stories
/// use it.
record TemplateNews(Outbox outbox, Bots bots, BotShelf shelf) implements WebhookDoor.Templates {
  @Override
  public void changed(int workspace, WebhookDoor.TemplateStatus status) {
    Value.Obj data =
        Value.Obj.builder()
            .put("status", status.status())
            .put("name", status.name())
            .put("language", status.language())
            .put("stories", stories(workspace, status.name()))
            .build();
    List<String> endpoints = outbox.book().hearing(workspace, Kind.TEMPLATE_STATUS);
    long unused = outbox.deliverer().notice(workspace, Kind.TEMPLATE_STATUS, data, endpoints);
  }

  private Value.List stories(int workspace, String name) {
    return new Value.List(
        bots.all(workspace).stream()
            .flatMap(listed -> shelf.published(new BotKey(workspace, listed.id())).stream())
            .flatMap(bot -> bot.stories().stream())
            .filter(story -> uses(story, name))
            .map(story -> Value.of(story.number()))
            .<Value>map(number -> number)
            .toList());
  }

  private static boolean uses(Story story, String name) {
    return story.steps().stream()
        .map(Step::actions)
        .flatMap(List::stream)
        .anyMatch(one -> is(one, name));
  }

  private static boolean is(Action action, String name) {
    return action instanceof Action.SendTemplate template && template.name().equals(name);
  }
}
