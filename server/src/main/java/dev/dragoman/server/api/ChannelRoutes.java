package dev.dragoman.server.api;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.ChannelAccounts.Account;
import dev.dragoman.server.store.ChannelAccounts.Credentials;
import dev.dragoman.server.store.ChannelAccounts.Open;
import dev.dragoman.server.store.ChannelAccounts.Place;
import dev.dragoman.server.store.ChannelSends;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.read.BotQueries;
import dev.dragoman.server.store.read.ConversationQueries;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines: the channel accounts of bots, and what became of messages sent over them.
final class ChannelRoutes {
  private static final String TAG = "Channels";
  private static final String NUMBER = "channel";
  private static final String BASE = "https://graph.facebook.com";
  private static final String VERSION = "v21.0";
  private static final int LONGEST = 1_000;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern SEND = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,4}");
  private static final Page.Keys SENDS = new Page.Keys("0.0", key -> SEND.matcher(key).matches());
  private static final Map<String, String> KINDS = Map.of("whatsapp", "whatsapp");

  private final ApiDoor.Channels stores;
  private final BotQueries bots;
  private final ConversationQueries conversations;
  private final Supplier<String> ids;

  ChannelRoutes(
      ApiDoor.Channels stores,
      BotQueries bots,
      ConversationQueries conversations,
      Supplier<String> ids) {
    this.stores = stores;
    this.bots = bots;
    this.conversations = conversations;
    this.ids = ids;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/channels", new Named("listChannels", TAG, "Lines by id"))
            .opens(Operation.READERS)
            .paged()
            .answers(200, "ChannelPage", this::list),
        Operation.post("/channels", new Named("makeChannel", TAG, "A new or imported line"))
            .reads("NewChannel")
            .answers(201, "Channel", this::make),
        Operation.get("/channels/{id}", new Named("getChannel", TAG, "One line"))
            .opens(Operation.READERS)
            .answers(200, "Channel", call -> with(call, one -> shown(200, one))),
        Operation.patch("/channels/{id}", new Named("changeChannel", TAG, "Changes a line"))
            .reads("ChannelChange")
            .matches()
            .answers(200, "Channel", call -> with(call, one -> change(call, one))),
        Operation.delete("/channels/{id}", new Named("removeChannel", TAG, "Removes a line"))
            .answers(204, null, this::remove),
        Operation.get(
                "/conversations/{id}/sends",
                new Named("listSends", TAG, "What became of messages sent over the channel"))
            .opens(Operation.ALL)
            .paged()
            .answers(200, "SendPage", this::sends));
  }

  private Response list(Call call) {
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            stores.accounts().all(call.workspace()).stream()
                .filter(one -> one.id().compareTo(asked.after()) > 0)
                .limit(asked.limit())
                .map(one -> new Page.Entry(one.id(), shown(one)))
                .toList());
  }

  private static Response shown(int status, Open line) {
    return edition(line).on(Response.json(status, Json.write(shown(line.account()))));
  }

  private static Edition edition(Open line) {
    return Edition.of(line.edition());
  }

  /// A line that was just written, with the edition that it has by that.
  private Response written(int status, Account account) {
    return stores
        .accounts()
        .get(account.workspace(), account.id())
        .map(line -> shown(status, line))
        .orElseGet(Problems::notFound);
  }

  private static Value.Obj shown(Account account) {
    Place place = account.place();
    return Value.Obj.builder()
        .put("id", account.id())
        .put("number", account.number())
        .put("kind", account.kind())
        .put("bot", place.bot())
        .put("name", place.name())
        .put("phone", place.phone())
        .put("line", place.provider().line())
        .put("baseUrl", place.provider().baseUrl())
        .put("version", place.provider().version())
        .put("disabled", account.disabled())
        .put("webhook", "/channels/" + account.kind() + "/" + account.id())
        .build();
  }

  private Response with(Call call, Function<Open, Response> answer) {
    return call.id("id")
        .flatMap(id -> stores.accounts().get(call.workspace(), id))
        .map(answer)
        .orElseGet(Problems::notFound);
  }

  private Response make(Call call) {
    return call.read(
        fields -> wanted(fields, call.workspace()), wanted -> made(call.workspace(), wanted));
  }

  private Decoded<Open> wanted(Fields fields, int workspace) {
    String id = fields.optionalText("id", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    if (id != null && !Ids.isObjectId(id)) {
      fields.invalid("id", "must be 24 lower-case hex digits");
    }
    Long number = fields.optionalWhole("number", 1, Integer.MAX_VALUE);
    String kind = fields.choice("kind", KINDS);
    String bot = fields.text("bot", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    String name = or(fields.optionalText("name", 0, 100), "");
    String phone = phone(fields);
    String line = plain(fields, "line", fields.text("line", 1, 100));
    ChannelAccounts.Provider provider =
        provider(fields, new ChannelAccounts.Provider(line, BASE, VERSION));
    Credentials credentials =
        new Credentials(
            secret(fields, "token", null),
            secret(fields, "appSecret", null),
            secret(fields, "verifyToken", null));
    fields.refuseUnknown();
    return fields.decoded(
        () ->
            new Open(
                new Account(
                    workspace,
                    id == null ? ids.get() : id,
                    number == null ? 0 : number,
                    kind,
                    new Place(bot, name, phone, provider),
                    false),
                credentials));
  }

  private static String or(@Nullable String given, String absent) {
    return given == null ? absent : given;
  }

  private static String phone(Fields fields) {
    String given = fields.text("phone", 1, 40);
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.format(numbers.parse(given, "ZZ"), PhoneNumberFormat.E164);
    } catch (NumberParseException unreadable) {
      if (!given.isEmpty()) {
        fields.invalid("phone", "must be a number with its country code, like +573001234567");
      }
      return "";
    }
  }

  private static String plain(Fields fields, String name, String text) {
    if (!text.isEmpty() && !PLAIN.matcher(text).matches()) {
      fields.invalid(name, "may hold letters, digits, dots, underscores and dashes");
    }
    return text;
  }

  private ChannelAccounts.Provider provider(Fields fields, ChannelAccounts.Provider known) {
    String base = or(fields.optionalText("baseUrl", 1, LONGEST), known.baseUrl());
    String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    if (!trimmed.equals(known.baseUrl())) {
      stores.refused().apply(trimmed).ifPresent(why -> fields.invalid("baseUrl", why));
    }
    String version =
        plain(fields, "version", or(fields.optionalText("version", 1, 20), known.version()));
    return new ChannelAccounts.Provider(known.line(), trimmed, version);
  }

  /// A secret is printable: it goes into a header.
  private static String secret(Fields fields, String name, @Nullable String known) {
    String given =
        known == null
            ? fields.text(name, 1, LONGEST)
            : or(fields.optionalText(name, 1, LONGEST), known);
    if (!given.chars().allMatch(c -> c > ' ' && c < 127)) {
      fields.invalid(name, "must be printable ASCII without blanks");
    }
    return given;
  }

  private Response made(int workspace, Open wanted) {
    Account given = wanted.account();
    if (bots.get(workspace, given.place().bot()).isEmpty()) {
      return Problems.invalid("bot", "is no bot of this workspace");
    }
    if (stores.accounts().byId(given.id()).isPresent()) {
      return Problems.conflict("id", "The id " + given.id() + " belongs to a line already.");
    }
    String phone = given.place().phone();
    if (stores.accounts().byPhone(workspace, phone).isPresent()) {
      return Problems.conflict("phone", "The phone number " + phone + " has a line already.");
    }
    Numbers.Owner owner = new Numbers.Owner(workspace, given.id());
    if (given.number() > 0 && !stores.numbers().take(owner, NUMBER, given.number())) {
      return Problems.conflict(
          "number", "The number " + given.number() + " belongs to another line already.");
    }
    Account account =
        new Account(
            workspace,
            given.id(),
            stores.numbers().of(workspace, NUMBER, given.id()),
            given.kind(),
            given.place(),
            false);
    return stores.accounts().add(new Open(account, wanted.credentials()))
        ? written(201, account)
        : Problems.conflict("phone", "A line with this id or phone number exists already.");
  }

  private Response change(Call call, Open line) {
    if (edition(line).isStale(call)) {
      return Edition.stale(call);
    }
    return call.read(
        fields -> changed(fields, line),
        changed ->
            stores.accounts().change(changed)
                ? written(200, changed.account())
                : Edition.stale(call));
  }

  private Decoded<Open> changed(Fields fields, Open line) {
    Account account = line.account();
    Place place = account.place();
    String name = or(fields.optionalText("name", 0, 100), place.name());
    ChannelAccounts.Provider provider = provider(fields, place.provider());
    boolean disabled = fields.bool("disabled", account.disabled());
    Credentials credentials =
        new Credentials(
            secret(fields, "token", line.credentials().token()),
            secret(fields, "appSecret", line.credentials().appSecret()),
            secret(fields, "verifyToken", line.credentials().verifyToken()));
    fields.refuseUnknown();
    return fields.decoded(
        () ->
            new Open(
                new Account(
                    account.workspace(),
                    account.id(),
                    account.number(),
                    account.kind(),
                    new Place(place.bot(), name, place.phone(), provider),
                    disabled),
                credentials,
                line.edition()));
  }

  private Response remove(Call call) {
    return call.id("id").filter(id -> stores.accounts().remove(call.workspace(), id)).isPresent()
        ? Response.empty(204)
        : Problems.notFound();
  }

  private Response sends(Call call) {
    return ConversationRoutes.find(conversations, call)
        .map(one -> Page.of(call, SENDS, asked -> entries(call.workspace(), one.id(), asked)))
        .orElseGet(Problems::notFound);
  }

  private List<Page.Entry> entries(int workspace, String conversation, Page.Asked asked) {
    int dot = asked.after().indexOf('.');
    long sequence = Long.parseLong(asked.after().substring(0, dot));
    int part = Integer.parseInt(asked.after().substring(dot + 1));
    return stores.sends().from(workspace, conversation, sequence).stream()
        .filter(one -> one.key().sequence() > sequence || one.key().part() > part)
        .limit(asked.limit())
        .map(one -> new Page.Entry(one.key().sequence() + "." + one.key().part(), shown(one)))
        .toList();
  }

  private static Value shown(ChannelSends.Sent sent) {
    ChannelSends.Times times = sent.course().times();
    return Value.Obj.builder()
        .put("sequence", sent.key().sequence())
        .put("part", sent.key().part())
        .put("message", sent.messageId())
        .put("channel", sent.account())
        .put("state", sent.course().state().word())
        .put("code", Shown.orNull(sent.course().code()))
        .put("claimedAt", Times.of(times.claimedNanos()))
        .put("lastAt", times.settledNanos() == 0 ? Value.Null.NULL : Times.of(times.settledNanos()))
        .build();
  }
}
