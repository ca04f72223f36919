package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.dialect.clustaar.Signature;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The shop that the examples call, so that their webhooks answer on a laptop: what an integrator
/// would write, in one class. It trusts signed requests only and remembers nothing.
///
/// | below `/demo/shop` | answers |
/// |---|---|
/// | `POST /webhooks/steps` | the customer's invoices, as a clustaar step webhook |
/// | `POST /webhooks/status` | an incident of Boards, as session keys |
/// | `POST /webhooks/discount` | a discount, as session keys |
/// | `POST /tickets` | 204 |
final class DemoShop {
  /// The user name and password, and the signing key, by the names the examples call them.
  static final String BASIC = "shop-basic";

  static final String SIGNING = "shop-signing";
  private static final String PREFIX = "/demo/shop";
  private static final Value.Obj INVOICES =
      Value.Obj.builder()
          .put("type", "send_text_action")
          .put("alternatives", Value.List.of(Value.of("You have one open invoice of €12.")))
          .build();

  private final Function<String, Optional<String>> secrets;

  /// @param secrets what was agreed on, by name
  DemoShop(Function<String, Optional<String>> secrets) {
    this.secrets = secrets;
  }

  /// Leads the examples' calls to the shop here.
  static String moved(String botFile, String url) {
    return botFile.replaceAll(
        "https://shop\\.example/(webhooks/|tickets)",
        java.util.regex.Matcher.quoteReplacement(url + PREFIX) + "/$1");
  }

  Door door() {
    return new Door(
        PREFIX,
        List.of(
            Route.post("/webhooks/steps", this::step),
            Route.post("/webhooks/status", DemoShop::status),
            Route.post("/webhooks/discount", _ -> keys("discount", "HALF3")),
            Route.post("/tickets", _ -> Response.empty(204))),
        problem -> Response.empty(problem.status()));
  }

  private Response step(Request request) {
    if (!isSigned(request)) {
      return Response.empty(400);
    }
    Value.Obj values = object(object(object(body(request), "data"), "session"), "values");
    return Response.json(
        200,
        Json.write(
            Value.Obj.builder()
                .put("actions", Value.List.of(INVOICES))
                .put("session", Value.Obj.of("values", values.with("balance", Value.of(12))))
                .build()));
  }

  private boolean isSigned(Request request) {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    String date = request.header("Date").orElse("");
    return isHeader(request, "Authorization", secrets.apply(BASIC).map(Signature::basic))
        && isHeader(
            request,
            "X-Hub-Signature",
            secrets.apply(SIGNING).map(key -> Signature.of(key, date, body)));
  }

  private static boolean isHeader(Request request, String name, Optional<String> expected) {
    byte[] given = request.header(name).orElse("").getBytes(StandardCharsets.UTF_8);
    return expected
        .map(text -> MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), given))
        .orElse(false);
  }

  private static Response status(Request request) {
    boolean boards =
        body(request).get("user_session_keys") instanceof Value.List(var keys)
            && keys.stream()
                .anyMatch(
                    key ->
                        key instanceof Value.Obj one
                            && "product".equals(one.text("key"))
                            && "Boards".equalsIgnoreCase(one.text("value")));
    return boards
        ? keys("incident", "slow database since 9:40")
        : Response.json(200, Json.write(Value.Obj.EMPTY));
  }

  private static Response keys(String key, String value) {
    Value.Obj entry = Value.Obj.builder().put("key", key).put("value", value).build();
    return Response.json(200, Json.write(Value.Obj.of("user_session_keys", Value.List.of(entry))));
  }

  private static Value.Obj body(Request request) {
    return Json.read(request.body()) instanceof JsonRead.Read(Value.Obj object)
        ? object
        : Value.Obj.EMPTY;
  }

  private static Value.Obj object(Value.Obj in, String name) {
    return in.get(name) instanceof Value.Obj found ? found : Value.Obj.EMPTY;
  }
}
