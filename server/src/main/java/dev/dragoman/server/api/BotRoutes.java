package dev.dragoman.server.api;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.check.BotRemarks;
import dev.dragoman.server.botfile.check.Remark;
import dev.dragoman.server.botfile.check.RemarkForm;
import dev.dragoman.server.botfile.yaml.Defect;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.Definitions;
import dev.dragoman.server.flow.Publishing;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.Bots;
import dev.dragoman.server.store.read.BotQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Bots: checked, published, rolled back.
final class BotRoutes {
  private static final String TAG = "Bots";
  private static final int MOST_FILES = 50;
  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,94}\\.ya?ml");
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern TAGGED = Pattern.compile("\"([1-9][0-9]{0,8})\"");
  private static final int NEWEST = Integer.MAX_VALUE;

  private final BotQueries queries;
  private final Publishing publishing;
  private final Bots bots;

  BotRoutes(BotQueries queries, Publishing publishing, Bots bots) {
    this.queries = queries;
    this.publishing = publishing;
    this.bots = bots;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/bots", new Named("listBots", TAG, "Bots by id"))
            .opens(Operation.READERS)
            .paged()
            .answers(200, "BotPage", this::list),
        Operation.post("/bots", new Named("publishBot", TAG, "Publishes files as the next version"))
            .reads("BotFiles")
            .matches()
            .answers(201, "PublishedBot", this::publish),
        Operation.post("/bots/check", new Named("checkBot", TAG, "All defects of some files"))
            .opens(Operation.READERS)
            .reads("BotFiles")
            .answers(200, "BotCheck", this::check),
        Operation.get("/bots/{id}", new Named("getBot", TAG, "One bot"))
            .opens(Operation.READERS)
            .answers(200, "Bot", this::get),
        Operation.get("/bots/{id}/versions", new Named("listVersions", TAG, "Newest first"))
            .opens(Operation.READERS)
            .paged()
            .answers(200, "VersionPage", this::versions),
        Operation.get(
                "/bots/{id}/versions/{version}",
                new Named("getVersion", TAG, "The files of a version"))
            .opens(Operation.READERS)
            .answers(200, "VersionFiles", this::version),
        Operation.post(
                "/bots/{id}/rollback",
                new Named("rollbackBot", TAG, "Makes another version the published one"))
            .reads("Rollback")
            .matches()
            .answers(200, "Bot", this::rollback));
  }

  private Response list(Call call) {
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            queries.after(call.workspace(), asked.after(), asked.limit()).stream()
                .map(one -> new Page.Entry(one.id(), shown(one)))
                .toList());
  }

  private static Value.Obj shown(BotQueries.Listed bot) {
    return Value.Obj.builder()
        .put("id", bot.id())
        .put("number", bot.number())
        .put("name", bot.name())
        .put("publishedVersion", bot.publishedVersion())
        .build();
  }

  private Response get(Call call) {
    return with(
        call,
        bot -> Edition.of(bot.publishedVersion()).on(Response.json(200, Json.write(shown(bot)))));
  }

  private Response with(Call call, Function<BotQueries.Listed, Response> answer) {
    return call.id("id")
        .flatMap(id -> queries.get(call.workspace(), id))
        .map(answer)
        .orElseGet(Problems::notFound);
  }

  private Response versions(Call call) {
    Page.Keys keys = new Page.Keys(Integer.toString(NEWEST), key -> VERSION.matcher(key).matches());
    return with(call, bot -> Page.of(call, keys, asked -> entries(call, bot, asked)));
  }

  private List<Page.Entry> entries(Call call, BotQueries.Listed bot, Page.Asked asked) {
    int below = Integer.parseInt(asked.after());
    return queries.versionsBelow(call.workspace(), bot.id(), below, asked.limit()).stream()
        .map(one -> new Page.Entry(Integer.toString(one.version()), shown(one)))
        .toList();
  }

  private static Value.Obj shown(BotQueries.Version version) {
    return Value.Obj.builder()
        .put("version", version.version())
        .put("author", version.author())
        .put("createdAt", Times.of(version.createdNanos()))
        .put("published", version.published())
        .build();
  }

  private Response version(Call call) {
    Optional<Integer> number =
        Optional.of(call.request().place("version"))
            .filter(text -> VERSION.matcher(text).matches())
            .map(Integer::valueOf);
    return number
        .flatMap(
            version ->
                call.id("id").flatMap(id -> queries.definition(call.workspace(), id, version)))
        .map(definition -> Response.json(200, Json.write(files(definition))))
        .orElseGet(Problems::notFound);
  }

  private static Value.Obj files(byte[] definition) {
    ObjBuilder files = Value.Obj.builder();
    Definitions.files(definition).forEach(file -> files.put(file.name(), file.text()));
    return Value.Obj.of("files", files.build());
  }

  private static Decoded<List<Source>> sources(Fields fields) {
    Fields files = fields.object("files");
    Value.Obj given = files.source();
    if (given.size() > MOST_FILES || (given.size() == 0 && fields.optional("files") != null)) {
      fields.invalid("files", "must be 1 to " + MOST_FILES + " files");
    }
    List<Source> sources = new ArrayList<>();
    given
        .members()
        .keySet()
        .forEach(
            name -> {
              if (!FILE_NAME.matcher(name).matches()) {
                files.invalid(name, "must be named like bot.yaml, without a folder");
              }
              sources.add(new Source(name, files.text(name, 0, Limits.BODY_BYTES)));
            });
    fields.refuseUnknown();
    return fields.decoded(() -> List.copyOf(sources));
  }

  private Response check(Call call) {
    return call.read(BotRoutes::sources, BotRoutes::checked);
  }

  private static Response checked(List<Source> files) {
    BotDraft draft = BotFile.read(files);
    Value bot = draft.bot().<Value>map(BotRoutes::head).orElse(Value.Null.NULL);
    Value.Obj document =
        Value.Obj.builder()
            .put("bot", bot)
            .put("defects", RemarkForm.of(BotRemarks.of(draft)))
            .build();
    return Response.json(200, Json.write(document));
  }

  private static Value.Obj head(Bot bot) {
    return Value.Obj.builder()
        .put("id", bot.id())
        .put("number", bot.head().number())
        .put("name", bot.head().name())
        .build();
  }

  private Response publish(Call call) {
    return call.read(BotRoutes::sources, files -> published(call, files));
  }

  private Response published(Call call, List<Source> files) {
    return switch (publishing.publish(
        call.workspace(), files, call.credential().id(), expected(call))) {
      case Publishing.Result.Published(var bot) ->
          Edition.of(bot.version())
              .on(
                  Response.json(
                      201, Json.write(head(bot).with("version", Value.of(bot.version())))));
      case Publishing.Result.Defective(var remarks) -> refused(remarks);
      case Publishing.Result.NumberTaken(var kind, long number) ->
          Problems.conflict(
              "files", "The number " + number + " of a " + kind + " belongs to another already.");
      case Publishing.Result.Stale _ -> Edition.stale(call);
    };
  }

  /// Every error of the files, then all remarks with their places and counter-examples.
  private static Response refused(List<Remark> remarks) {
    List<Value> errors =
        remarks.stream().filter(Remark::isError).<Value>map(BotRoutes::entry).toList();
    Value.Obj document =
        Problems.document(
                Problems.Type.INVALID, errors.size() + " defects; nothing is published", errors)
            .put("defects", RemarkForm.of(remarks))
            .build();
    return Problems.sent(Problems.Type.INVALID.status, document);
  }

  private static Value entry(Remark remark) {
    Defect at = remark.defect();
    return Problems.entry(at.file() + ":" + at.line() + ":" + at.column(), at.message());
  }

  private Response rollback(Call call) {
    return call.read(
        fields -> {
          int version = (int) fields.whole("version", 1, NEWEST);
          fields.refuseUnknown();
          return fields.decoded(() -> version);
        },
        version -> with(call, bot -> rolledBack(call, bot.id(), version)));
  }

  private Response rolledBack(Call call, String botId, int version) {
    if (!Ids.isObjectId(botId)) {
      return Problems.notFound();
    }
    return switch (bots.publishAgain(call.workspace(), botId, version, expected(call))) {
      case DONE -> get(call);
      case UNKNOWN -> Problems.invalid("version", "is no version of this bot");
      case STALE -> Edition.stale(call);
    };
  }

  /// The version that the client takes for the published one; 0, which none is, for a foreign tag.
  private static OptionalInt expected(Call call) {
    return call.request()
        .header("If-Match")
        .map(String::strip)
        .filter(tag -> !tag.equals("*"))
        .map(tag -> TAGGED.matcher(tag))
        .map(tag -> OptionalInt.of(tag.matches() ? Integer.parseInt(tag.group(1)) : 0))
        .orElse(OptionalInt.empty());
  }
}
