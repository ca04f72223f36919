package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.json.Json;
import java.util.ArrayList;
import java.util.List;

/// What the key stands for (contract gptbots §1.3, §9), and the endpoints of what is not here:
/// knowledge bases, workflows, tables, recordings, billing, versions (§8, §9).
final class AgentRoutes {
  private static final List<String> NOT_HERE =
      List.of(
          "POST /v1/workflow/invoke",
          "POST /v1/workflow/query/result",
          "GET /v1/workflow/run/logs",
          "GET /v1/agent/version/list",
          "POST /v1/agent/version/{action}",
          "POST /v1/agent/skill/{action}",
          "GET /v1/workflow/version/list",
          "POST /v1/workflow/version/{action}",
          "POST /v1/bot/knowledge/base/create",
          "GET /v1/bot/knowledge/base/page",
          "GET /v1/bot/doc/query/page",
          "POST /v1/bot/doc/text/add",
          "PUT /v1/bot/doc/text/update",
          "POST /v1/bot/doc/qa/add",
          "PUT /v1/bot/doc/qa/update",
          "POST /v1/bot/doc/qa/chunks/add",
          "POST /v1/bot/doc/chunks/add",
          "POST /v1/bot/doc/spreadsheet/add",
          "PUT /v1/bot/doc/spreadsheet/update",
          "DELETE /v1/bot/doc/batch/delete",
          "GET /v1/bot/data/detail/list",
          "POST /v1/bot/data/retry/batch",
          "POST /v1/bot/data/file/upload",
          "POST /v1/vector/match",
          "POST /v1/database/tables/page",
          "POST /v1/database/create-table",
          "POST /v1/database/import/records",
          "POST /v1/database/records/page",
          "GET /v1/database/query/import-results",
          "POST /v2/database/update/record",
          "POST /v2/database/delete/record",
          "POST /v1/audio-to-text",
          "POST /v1/text-to-audio",
          "GET /v1/account/bill/total",
          "GET /v1/account/bill/page",
          "GET /v1/account/agent/conversation/credits",
          "GET /v1/account/workflow/run/credits",
          "GET /v1/message/qa/record/page",
          "GET /v1/model/list",
          "GET /v1/org/list");

  private final Desk desk;
  private final BotShelf bots;

  AgentRoutes(Desk desk, BotShelf bots) {
    this.desk = desk;
    this.bots = bots;
  }

  /// Its routes.
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/v1/bot/detail", this::detail));
    routes.add(Route.get("/v1/api-key/verify", this::verify));
    for (String route : NOT_HERE) {
      int space = route.indexOf(' ');
      routes.add(
          new Route(
              route.substring(0, space),
              route.substring(space + 1),
              Route.Body.ANY,
              this::notHere));
    }
    return routes;
  }

  private Response notHere(Request request) {
    return desk.access()
        .enter(
            request,
            _ ->
                desk.errors().of(Code.NOT_ALLOWED, "This server has nothing behind this endpoint"));
  }

  private Response verify(Request request) {
    return desk.access()
        .enter(
            request,
            guest -> {
              Value.Obj data =
                  Value.Obj.builder().put("type", "agent").put("id", guest.bot().botId()).build();
              return Response.json(200, Json.write(Envelope.of(data)));
            });
  }

  private Response detail(Request request) {
    return desk.access()
        .enter(
            request,
            guest ->
                bots.published(guest.bot())
                    .map(bot -> Response.json(200, Json.write(detail(bot))))
                    .orElseGet(
                        () -> desk.errors().of(Code.AGENT_GONE, "The agent is not published")));
  }

  /// What no model decides is empty, or off.
  private static Value.Obj detail(Bot bot) {
    return Value.Obj.builder()
        .put("bot_id", bot.id())
        .put("name", bot.head().name())
        .put("logo", "")
        .put("bot_type", "Flow")
        .put("welcome_message", "")
        .put("introduction", "")
        .put("tags", "")
        .put("identity_prompt", "")
        .put("ai_model", "")
        .put("ai_model_version", "")
        .put("creativity_level", 0)
        .put("doc_correlation", false)
        .put("irrelevant_questions", false)
        .put("question_limit", 0)
        .put("long_term_memory", false)
        .build();
  }
}
