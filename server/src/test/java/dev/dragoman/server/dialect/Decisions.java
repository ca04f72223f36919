package dev.dragoman.server.dialect;

import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Every route of every door but the native API's: what opens it, and how it is asked well.
final class Decisions {
  private Decisions() {}

  /// What is decided on one route.
  ///
  /// @param opens the kinds of keys that open it
  /// @param good what is answered to whoever is let in
  /// @param bare what is answered without a key
  /// @param wrong what is answered to a good key of another kind
  /// @param path with its query and the ids in their places
  /// @param body null for none; a key stands in it where `⟨key⟩` is
  record Rule(Set<Kind> opens, int good, int bare, int wrong, String path, String body) {
    boolean keyInBody() {
      return body != null && body.contains("⟨key⟩");
    }

    boolean hasIds() {
      return (path + body).replace("⟨key⟩", "").contains("⟨");
    }
  }

  static Map<String, Rule> all() {
    Map<String, Rule> rules = new TreeMap<>();
    clustaar(rules);
    gptbots(rules);
    notInGptbots(rules);
    treble(rules);
    aivo(rules);
    open(rules);
    return rules;
  }

  private static void clustaar(Map<String, Rule> rules) {
    String one = "/clustaar/interlocutors/⟨interlocutor⟩";
    String create = "/clustaar/bots/⟨bot⟩/interlocutors/clustaar_web_chat";
    String hello = "{\"type\":\"text\",\"message\":\"hello\"}";
    String user = "{\"type\":\"interlocutor\",\"userID\":\"ada\"}";
    Set<Kind> token = EnumSet.of(Kind.BOT_TOKEN);
    Set<Kind> key = EnumSet.of(Kind.BOT_KEY);
    Set<Kind> both = EnumSet.of(Kind.BOT_KEY, Kind.INTERLOCUTOR);
    rules.put(
        "POST /clustaar/interlocutors/{id}/reply",
        new Rule(token, 200, 401, 403, one + "/reply", hello));
    rules.put(
        "POST /clustaar/bots/{botID}/interlocutors/clustaar_web_chat",
        new Rule(token, 200, 401, 403, create, user));
    rules.put("GET /clustaar/interlocutors/{id}", new Rule(key, 200, 401, 403, one, null));
    rules.put("PUT /clustaar/interlocutors/{id}", new Rule(key, 200, 401, 403, one, user));
    rules.put(
        "PUT /clustaar/bots/{botID}/interlocutors/{id}",
        new Rule(key, 200, 401, 403, "/clustaar/bots/⟨bot⟩/interlocutors/⟨interlocutor⟩", user));
    rules.put(
        "GET /clustaar/interlocutors/{id}/actions",
        new Rule(both, 200, 401, 403, one + "/actions", null));
    rules.put(
        "GET /clustaar/bots/{botID}/conversations/{id}",
        new Rule(key, 200, 401, 403, "/clustaar/bots/⟨bot⟩/conversations/⟨interlocutor⟩", null));
  }

  private static void gptbots(Map<String, Rule> rules) {
    String said = "\"conversation_id\":\"⟨conversation⟩\",\"response_mode\":\"blocking\"";
    of(rules, "POST /v1/conversation", 200, "", "{\"user_id\":\"ada\"}");
    of(rules, "POST /v1/conversation/message", 200, "", "{" + said + ",\"text\":\"hello\"}");
    of(
        rules,
        "POST /v2/conversation/message",
        200,
        "",
        "{" + said + ",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");
    String page = "page=1&page_size=10";
    of(
        rules,
        "GET /v1/bot/conversation/page",
        200,
        "?conversation_type=ALL&" + page + "&start_time=0&end_time=9000000000000",
        null);
    of(rules, "GET /v1/messages", 200, "?conversation_id=⟨conversation⟩&" + page, null);
    of(rules, "GET /v2/messages", 200, "?conversation_id=⟨conversation⟩&" + page, null);
    String answer = "{\"answer_id\":\"⟨answer⟩\",";
    of(rules, "POST /v1/message/feedback", 200, "", answer + "\"feedback\":\"POSITIVE\"}");
    of(rules, "POST /v1/message/quality", 200, "", answer + "\"quality\":\"FULLY_RESOLVED\"}");
    of(rules, "GET /v1/next/question", 200, "?answer_id=⟨answer⟩", null);
    of(rules, "GET /v1/correlate/dataset", 200, "?message_id=⟨answer⟩", null);
    of(rules, "POST /v1/bot/data/references", 200, "", "{\"message_id\":\"⟨answer⟩\"}");
    of(rules, "GET /v1/bot/logtree/query", 200, "?msgid=⟨answer⟩", null);
    of(
        rules,
        "POST /v1/user/set-userid",
        200,
        "",
        "{\"user_id\":\"ada\",\"anonymous_ids\":[{\"anonymous_id\":\"a\",\"conversation_type\":\"API\"}]}");
    of(
        rules,
        "POST /v1/property/update",
        200,
        "",
        "{\"user_id\":\"ada\",\"property_values\":[{\"property_name\":\"age\",\"value\":7}]}");
    of(rules, "GET /v2/user-property/query", 200, "?user_ids=ada", null);
    of(rules, "GET /v1/user/get-user-cdp", 200, "?user_id=ada", null);
    String desk = "{\"conversation_id\":\"⟨desk⟩\",\"timestamp\":1";
    of(rules, "POST /v1/human/message/receive", 200, "", desk + ",\"body\":\"hello\"}");
    of(rules, "POST /v1/human/close", 200, "", desk + "}");
    of(rules, "GET /v1/bot/detail", 200, "", null);
    of(rules, "GET /v1/api-key/verify", 200, "", null);
  }

  private static void of(
      Map<String, Rule> rules, String route, int good, String query, String body) {
    String path = route.substring(route.indexOf(' ') + 1);
    rules.put(
        route.replace(" /", " /gptbots/"),
        new Rule(
            EnumSet.of(Kind.GPTBOTS_KEY),
            good,
            401,
            401,
            "/gptbots" + path.replace("{action}", "release") + query,
            body));
  }

  /// Nothing is behind these; that is told only to whoever may know.
  private static void notInGptbots(Map<String, Rule> rules) {
    String posted =
        """
        workflow/invoke workflow/query/result agent/version/{action} agent/skill/{action}
        workflow/version/{action} bot/knowledge/base/create bot/doc/text/add bot/doc/qa/add
        bot/doc/qa/chunks/add bot/doc/chunks/add bot/doc/spreadsheet/add bot/data/retry/batch
        bot/data/file/upload vector/match database/tables/page database/create-table
        database/import/records database/records/page audio-to-text text-to-audio
        """;
    String got =
        """
        workflow/run/logs agent/version/list workflow/version/list bot/knowledge/base/page
        bot/doc/query/page bot/data/detail/list database/query/import-results
        account/bill/total account/bill/page account/agent/conversation/credits
        account/workflow/run/credits message/qa/record/page model/list org/list
        """;
    for (String path : posted.split("\\s+")) {
      of(rules, "POST /v1/" + path, 403, "", "{}");
    }
    for (String path : got.split("\\s+")) {
      of(rules, "GET /v1/" + path, 403, "", null);
    }
    of(rules, "PUT /v1/bot/doc/text/update", 403, "", "{}");
    of(rules, "PUT /v1/bot/doc/qa/update", 403, "", "{}");
    of(rules, "PUT /v1/bot/doc/spreadsheet/update", 403, "", "{}");
    of(rules, "DELETE /v1/bot/doc/batch/delete", 403, "", null);
    of(rules, "POST /v2/database/update/record", 403, "", "{}");
    of(rules, "POST /v2/database/delete/record", 403, "", "{}");
  }

  private static void treble(Map<String, Rule> rules) {
    Set<Kind> key = EnumSet.of(Kind.TREBLE_KEY);
    String session = "/treble/devapi/session/⟨session⟩/history";
    String keys = "{\"user_session_keys\":[{\"key\":\"plan\",\"value\":\"gold\"}]}";
    String users = "{\"users\":[{\"cellphone\":\"3001234567\",\"country_code\":\"57\"}]}";
    // The session's id is a credential by itself (contract §4.2).
    rules.put(
        "POST /treble/session/{id}/update",
        new Rule(key, 200, 200, 401, "/treble/session/⟨session⟩/update", keys));
    rules.put(
        "GET /treble/devapi/session/{id}/history", new Rule(key, 200, 401, 401, session, null));
    rules.put(
        "GET /treble/devapi/poll/{poll}/sessions",
        new Rule(key, 200, 401, 401, "/treble/devapi/poll/⟨poll⟩/sessions", null));
    rules.put(
        "GET /treble/poll/api/all", new Rule(key, 200, 401, 401, "/treble/poll/api/all", null));
    rules.put(
        "POST /treble/deployment/api/poll/{poll}",
        new Rule(key, 200, 401, 401, "/treble/deployment/api/poll/⟨poll⟩", users));
  }

  private static void aivo(Map<String, Rule> rules) {
    Set<Kind> token = EnumSet.of(Kind.AIVO_TOKEN);
    Set<Kind> readers = EnumSet.of(Kind.ADMIN, Kind.READER, Kind.AIVO_TOKEN);
    String live = "/aivo/api/v1/live-handler/";
    String pair = "{\"botId\":⟨number⟩,\"botToken\":\"⟨key⟩\",";
    String queue =
        pair
            + "\"groupsId\":[⟨group⟩],\"protocolId\":28,\"user\":{\"hash\":\"lena\"},"
            + "\"status\":\"queued\",\"lastSender\":\"user\"}";
    String room = pair + "\"conversationId\":\"⟨room⟩\"";
    String words = room + ",\"action\":\"text\",\"value\":\"hello\"}";
    rules.put(
        "POST " + live + "queue/external",
        new Rule(token, 200, 400, 401, live + "queue/external", queue));
    rules.put(
        "POST " + live + "message/external",
        new Rule(token, 200, 400, 401, live + "message/external", words));
    rules.put(
        "POST " + live + "close/external",
        new Rule(token, 200, 400, 401, live + "close/external", room + "}"));
    rules.put("GET /aivo/group", new Rule(readers, 200, 401, 401, "/aivo/group", null));
    String list = "/aivo/api/v1/live/public/conversation/list";
    String times = "?from=2026-01-01%2000:00:00&to=2099-01-01%2000:00:00";
    rules.put("GET " + list, new Rule(readers, 200, 401, 401, list + times, null));
    rules.put(
        "POST /aivo/api/v1/auth",
        new Rule(
            readers,
            200,
            400,
            401,
            "/aivo/api/v1/auth",
            "{\"user\":\"ada\",\"password\":\"⟨key⟩\"}"));
    rules.put(
        "POST /aivo/api/v1/user/login-simple",
        new Rule(
            readers,
            200,
            400,
            401,
            "/aivo/api/v1/user/login-simple",
            "{\"email\":\"a@b.example\",\"password\":\"⟨key⟩\"}"));
  }

  /// What asks for no key: descriptions, health, and what is believed by its signature alone.
  private static void open(Map<String, Rule> rules) {
    for (String path :
        List.of(
            "/docs",
            "/docs/",
            "/docs/openapi.json",
            "/docs/asyncapi.json",
            "/health/live",
            "/health/ready",
            "/metrics")) {
      anybody(rules, "GET " + path, 200, null);
    }
    anybody(rules, "GET /clustaar/websocket", 426, null);
    anybody(rules, "GET /clustaar/socket/websocket", 426, null);
    anybody(rules, "POST /echo", 404, "{}");
    anybody(rules, "POST /demo/shop/webhooks/steps", 400, "{}");
    anybody(rules, "POST /demo/shop/webhooks/status", 200, "{}");
    anybody(rules, "POST /demo/shop/webhooks/discount", 200, "{}");
    anybody(rules, "POST /demo/shop/tickets", 204, "{}");
    anybody(rules, "GET /channels/whatsapp/{account}", 403, null);
    anybody(rules, "GET /files/{token}", 404, null);
    anybody(rules, "POST /channels/whatsapp/{account}", 401, "{}");
  }

  private static void anybody(Map<String, Rule> rules, String route, int status, String body) {
    String path =
        route
            .substring(route.indexOf(' ') + 1)
            .replace("{account}", "⟨line⟩")
            .replace("{token}", "x");
    rules.put(route, new Rule(EnumSet.allOf(Kind.class), status, status, status, path, body));
  }

  /// Asks a route, with this key where the rule has it and these ids.
  static Answer asked(
      Client client, String route, Rule rule, String key, Map<String, String> names) {
    String method = route.substring(0, route.indexOf(' '));
    String path = Tenancy.filled(rule.path(), names);
    String text = rule.body() == null ? "" : Tenancy.filled(rule.body(), names);
    String body = text.replace("⟨key⟩", key.replace("'", ""));
    Client sent = rule.keyInBody() || key.isEmpty() ? client : client.bearer(key);
    return sent.send(method, path, body.getBytes(StandardCharsets.UTF_8));
  }
}
