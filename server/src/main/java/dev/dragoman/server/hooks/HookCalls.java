package dev.dragoman.server.hooks;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookAnswer.Reason;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.egress.Call;
import dev.dragoman.server.egress.CallLimits;
import dev.dragoman.server.egress.CallResult;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.HookForms;
import dev.dragoman.server.ledger.AfterCommit;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.Contacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls each hook once, on its own virtual thread, and submits what came of it.
///
/// Never blocks the committer: [#committed] only hands over. An answer that cannot be submitted is
/// settled by the hook's own timer. Thread-safe.
public final class HookCalls implements AfterCommit {
  /// Time kept back for committing the answer before its deadline, in milliseconds.
  private static final int COMMIT_MILLIS = 150;

  private static final Logger LOG = LoggerFactory.getLogger(HookCalls.class);
  private static final HookForms.Call NO_CALL = new HookForms.Call("", Map.of(), "");

  private final Ports ports;
  private final ExecutorService threads;

  /// What calling a hook needs.
  ///
  /// @param back where answers go
  public record Ports(
      HookForms forms, EgressClient egress, Contacts contacts, BotShelf shelf, Back back) {}

  /// Takes the answer of a hook into its conversation.
  @FunctionalInterface
  public interface Back {
    /// Submits the input.
    void settle(int workspace, String conversationId, Input.HookSettled settled);
  }

  private record Going(int workspace, Conversation state, long nowNanos) {}

  /// Calls on these threads.
  public HookCalls(Ports ports, ExecutorService threads) {
    this.ports = ports;
    this.threads = threads;
  }

  @Override
  public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {
    for (Decision.Decided leg : legs) {
      Going going = new Going(workspace, leg.after(), leg.leg().moment().epochNanos());
      leg.work().forEach(work -> start(work, going));
    }
  }

  private void start(Work work, Going going) {
    switch (work) {
      case Work.CallStepWebhook step ->
          threads.execute(() -> guarded(step.hook(), going, () -> callStep(step, going)));
      case Work.CallArrowHook arrow ->
          threads.execute(() -> guarded(arrow.hook(), going, () -> callArrow(arrow, going)));
      case Work.SetTimer _, Work.DropTimer _, Work.SetAttribute _, Work.OptOut _ -> {}
    }
  }

  /// Whatever breaks here must not keep the conversation waiting for the deadline.
  private void guarded(OpenHook hook, Going going, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException defect) {
      LOG.error("a hook of {} was not called", going.state().address().conversationId(), defect);
      HookForms.Read unsent =
          new HookForms.Read(
              new HookAnswer.Failed(Reason.UNREACHABLE), "RequestFailed: Not called (defect)");
      settled(hook, going, new Called(NO_CALL, unsent, null, 0));
    }
  }

  private void callStep(Work.CallStepWebhook work, Going going) {
    Optional<Bot> bot = bot(going, work.session().botVersion());
    var webhook = bot.map(known -> known.settings().webhook()).orElse(null);
    if (webhook == null) {
      return;
    }
    switch (ports.forms().steps().call(webhook, work, scene(going, work.session(), bot.get()))) {
      case HookForms.Prepared.Ready(var call) ->
          settle(work.hook(), going, call, answered -> read(answered, ports.forms().steps()::read));
      case HookForms.Prepared.Unready(var call, var error) -> {
        HookForms.Read unsent =
            new HookForms.Read(new HookAnswer.Failed(Reason.UNREACHABLE), error);
        settled(work.hook(), going, new Called(call, unsent, null, 0));
      }
    }
  }

  private void callArrow(Work.CallArrowHook work, Going going) {
    Optional<Bot> bot = bot(going, work.session().botVersion());
    if (bot.isEmpty()) {
      return;
    }
    HookForms.Call call =
        ports.forms().arrows().call(work, scene(going, work.session(), bot.get()));
    settle(work.hook(), going, call, answered -> read(answered, ports.forms().arrows()::read));
  }

  private Optional<Bot> bot(Going going, int version) {
    BotKey key = new BotKey(going.workspace(), going.state().address().botId());
    return ports.shelf().bot(key, version);
  }

  private HookForms.Scene scene(Going going, Session session, Bot bot) {
    Conversation.Address address = going.state().address();
    ContactBody contact =
        ports
            .contacts()
            .get(going.workspace(), address.contactId())
            .map(Contacts.Contact::body)
            .orElse(new ContactBody(Value.Obj.EMPTY, Value.Obj.EMPTY));
    return new HookForms.Scene(
        going.workspace(),
        address,
        contact,
        new HookForms.Place(storyNumber(session, bot), bot.head().languages().main()),
        going.nowNanos());
  }

  private static int storyNumber(Session session, Bot bot) {
    String storyId = session.at().storyId();
    return storyId == null ? 0 : bot.story(storyId).map(story -> story.number()).orElse(0);
  }

  /// The meaning of an answer with any status.
  private interface Reader {
    HookForms.Read read(int status, byte[] body);
  }

  private interface Settling {
    HookForms.Read of(CallResult.Answered answered);
  }

  private record Called(
      HookForms.Call call,
      HookForms.Read read,
      HookRecord.@Nullable Answered answer,
      long millis) {}

  private void settle(OpenHook hook, Going going, HookForms.Call call, Settling settling) {
    CallResult result = ports.egress().call(outbound(hook, going, call));
    HookForms.Read read =
        switch (result) {
          case CallResult.Answered answered -> settling.of(answered);
          case CallResult.Failed failed -> failed(failed);
        };
    settled(hook, going, new Called(call, read, response(result), result.millis()));
  }

  private void settled(OpenHook hook, Going going, Called called) {
    HookForms.Call call = called.call();
    HookForms.Read read = called.read();
    HookRecord record =
        new HookRecord(
            "POST", call.url(), kept(call.body()), called.answer(), read.error(), called.millis());
    ports
        .back()
        .settle(
            going.workspace(),
            going.state().address().conversationId(),
            new Input.HookSettled(hook.callId(), read.answer(), record));
  }

  private static Call outbound(OpenHook hook, Going going, HookForms.Call call) {
    long millis = (hook.deadlineNanos() - going.nowNanos()) / Moment.NANOS_PER_MILLI;
    CallLimits limits =
        new CallLimits(Math.max(1, millis - COMMIT_MILLIS), Limits.RESPONSE_READ_BYTES);
    Call outbound = Call.post(call.url(), call.body().getBytes(StandardCharsets.UTF_8), limits);
    for (var header : call.headers().entrySet()) {
      outbound = outbound.with(header.getKey(), header.getValue());
    }
    return outbound;
  }

  private static HookForms.Read read(CallResult.Answered answered, Reader reader) {
    if (answered.truncated()) {
      return new HookForms.Read(
          new HookAnswer.Failed(Reason.GARBAGE),
          "RequestFailed: Response too large (more than " + answered.body().length + " bytes)");
    }
    return reader.read(answered.status(), answered.body());
  }

  private static HookForms.Read failed(CallResult.Failed failed) {
    String title =
        switch (failed.kind()) {
          case REFUSED -> "Refused address";
          case TIMEOUT -> "Timeout";
          case BUSY, STOPPED -> "Not called";
          case DNS, CONNECT, TLS, RESET -> "Connection error";
          case TOO_LARGE, BAD_ANSWER -> "Invalid response";
        };
    Reason reason =
        switch (failed.kind()) {
          case TIMEOUT -> Reason.LATE;
          case TOO_LARGE, BAD_ANSWER -> Reason.GARBAGE;
          case REFUSED, BUSY, STOPPED, DNS, CONNECT, TLS, RESET -> Reason.UNREACHABLE;
        };
    return new HookForms.Read(
        new HookAnswer.Failed(reason), "RequestFailed: " + title + " (" + failed.text() + ")");
  }

  private static HookRecord.@Nullable Answered response(CallResult result) {
    return switch (result) {
      case CallResult.Answered answered ->
          new HookRecord.Answered(
              answered.status(), legal(new String(answered.kept(), StandardCharsets.UTF_8)));
      case CallResult.Failed _ -> null;
    };
  }

  private static String kept(String body) {
    return body.length() <= Limits.RESPONSE_KEPT_BYTES
        ? body
        : legal(body.substring(0, Limits.RESPONSE_KEPT_BYTES));
  }

  /// No store keeps NUL or half a surrogate pair: what a stranger sent is shown with a mark there.
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text);
    int at = Value.Text.firstIllegal(text);
    while (at >= 0) {
      legal.setCharAt(at, '\uFFFD');
      at = Value.Text.firstIllegal(legal.toString());
    }
    return legal.toString();
  }
}
