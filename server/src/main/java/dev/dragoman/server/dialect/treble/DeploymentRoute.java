package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.campaign.Pacing;
import dev.dragoman.core.conversation.Deployment;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.OptOutBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sends a story to contacts (contract treble §4.1). The answer says that every recipient is
/// committed, each under its session's id; what fails is told by `deployment.failure`.
final class DeploymentRoute {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int LONGEST_KEY = 240;
  private static final String CAMPAIGN = "campaign";
  private static final String BATCH = "batch";

  private final Access access;
  private final Polls polls;
  private final ChannelAccounts accounts;
  private final Recipients recipients;
  private final Sources sources;

  /// Where numbers, ids and time come from.
  ///
  /// @param ids new 24-hex ids
  /// @param nowNanos since 1970
  record Sources(
      Numbers numbers,
      Supplier<String> ids,
      LongSupplier nowNanos,
      TrebleDoor.OptedOut optedOut,
      Pacing pacing) {}

  DeploymentRoute(
      Access access,
      Polls polls,
      ChannelAccounts accounts,
      Recipients recipients,
      Sources sources) {
    this.access = access;
    this.polls = polls;
    this.accounts = accounts;
    this.recipients = recipients;
    this.sources = sources;
  }

  /// One deployment while it is taken in.
  private record Batch(
      Credential account, Polls.Poll poll, Lines lines, Request request, Campaign campaign) {
    int workspace() {
      return account.workspace();
    }
  }

  private record Campaign(String id, InputId inputId, long startNanos) {}

  Response deploy(Request request) {
    Optional<Credential> account = access.account(request);
    if (account.isEmpty()) {
      return Errors.unauthorized();
    }
    Optional<Polls.Poll> poll = polls.find(account.get().workspace(), request.place("poll"));
    if (poll.isEmpty()) {
      return Errors.noPoll();
    }
    if (!request.header(Repeats.HEADER).map(DeploymentRoute::isLegal).orElse(true)) {
      return Errors.of(400, Repeats.HEADER + " " + Repeats.RULE);
    }
    return switch (Json.read(request.body())) {
      case JsonRead.Refused(var problem) -> Errors.of(400, problem.message());
      case JsonRead.Read(var body) ->
          switch (DeploymentRequest.read(body)) {
            case Decoded.Defective<DeploymentRequest>(var defects) -> Errors.invalid(422, defects);
            case Decoded.Whole<DeploymentRequest>(var asked) ->
                deploy(
                    new Batch(
                        account.get(),
                        poll.get(),
                        new Lines(accounts.all(account.get().workspace())),
                        request,
                        campaign(account.get(), request)),
                    asked.recipients());
          };
    };
  }

  private static boolean isLegal(String key) {
    return Repeats.isLegal(key) && key.length() <= LONGEST_KEY;
  }

  private Response deploy(Batch batch, List<DeploymentRequest.Recipient> asked) {
    List<String> phones = asked.stream().map(DeploymentRequest.Recipient::e164).toList();
    var optedOut = sources.optedOut().among(batch.workspace(), phones);
    List<Turns.Taken> inputs = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      inputs.add(input(batch, asked.get(i), refused(optedOut.get(phones.get(i))), i));
    }
    List<FirstCommit.Taken> taken = take(inputs);
    List<Leg> legs = new ArrayList<>();
    for (FirstCommit.Taken one : taken) {
      switch (one) {
        case FirstCommit.Taken.Committed(var first) -> legs.add(first.getFirst());
        case FirstCommit.Taken.Refused(var outcome) -> {
          return notAllTaken(outcome, taken);
        }
      }
    }
    return answer(batch, legs);
  }

  /// The first recipient stands for the call: while it is not taken, or was taken for another body
  /// under the same key, nobody else is.
  private List<FirstCommit.Taken> take(List<Turns.Taken> inputs) {
    List<FirstCommit.Taken> taken = new ArrayList<>(recipients.take(inputs.subList(0, 1)));
    if (taken.getFirst() instanceof FirstCommit.Taken.Committed) {
      taken.addAll(recipients.take(inputs.subList(1, inputs.size())));
    }
    return taken;
  }

  /// Whoever repeats the call with its `Idempotency-Key` reaches the rest and nobody twice.
  private static Response notAllTaken(Outcome outcome, List<FirstCommit.Taken> taken) {
    long missing = taken.stream().filter(FirstCommit.Taken.Refused.class::isInstance).count();
    return missing == taken.size()
        ? Errors.of(outcome, Errors.noPoll())
        : Errors.of(
            outcome instanceof Outcome.ConflictingRepeat ? 422 : 503,
            missing
                + " of "
                + taken.size()
                + " users were not taken, repeat with the same "
                + Repeats.HEADER);
  }

  /// Whoever was erased is in the book too: nothing else is known of them any more.
  private static @Nullable FailureReason refused(OptOutBook.@Nullable Reason reason) {
    return switch (reason) {
      case null -> null;
      case BLOCKED -> FailureReason.FAILURE_BY_BLOCKED_CONTACT;
      case WORDS, TOLD, ERASED -> FailureReason.FAILURE_BY_OPTOUT_CONTACT;
    };
  }

  private Turns.Taken input(
      Batch batch, DeploymentRequest.Recipient to, @Nullable FailureReason unwanted, int position) {
    Bot bot = batch.poll().bot();
    Lines.Choice line = batch.lines().choose(bot.id(), to.lines());
    FailureReason impossible = to.refused() == null ? line.refused() : to.refused();
    FailureReason refused = unwanted == null ? impossible : unwanted;
    long due =
        sources
            .pacing()
            .dueNanos(batch.campaign().startNanos(), position, to.etaSeconds() * NANOS_PER_SECOND);
    Deployment deployment =
        new Deployment(batch.campaign().id(), batch.poll().story().id(), to.values());
    Value.Obj attributes =
        Value.Obj.builder()
            .put("countryCode", to.phone().countryCode())
            .put("cellphone", to.phone().cellphone())
            .build();
    Target target =
        new Target.Addressed(
            bot.id(), line.account(), new Target.Identity(Phone.REALM, to.e164()), 0, attributes);
    return new Turns.Taken(
        batch.account().workspace(),
        bot.id(),
        target,
        new Input.Deploy(deployment, due, refused),
        inputId(batch, position));
  }

  /// Every recipient has an input id, so that one whose fate is unknown can be asked again. The
  /// body is hashed once for all of them.
  private static InputId inputId(Batch batch, int position) {
    InputId whole = batch.campaign().inputId();
    return new InputId(whole.source(), whole.id() + "#" + position, whole.requestHash());
  }

  private Campaign campaign(Credential account, Request request) {
    Optional<String> given = request.header(Repeats.HEADER);
    String key = given.orElseGet(sources.ids());
    InputId inputId = Repeats.inputId(account.id(), key, request.path(), request.body());
    // A call that was taken in two goes is one deployment.
    String id = given.isPresent() ? Repeats.objectId(inputId) : key;
    return new Campaign(id, inputId, sources.nowNanos().getAsLong());
  }

  private Response answer(Batch batch, List<Leg> legs) {
    int workspace = batch.account().workspace();
    String campaignId = campaign(legs.getFirst()).orElse(batch.campaign().id());
    List<Value> sessions = new ArrayList<>();
    legs.forEach(leg -> session(leg).map(Value::of).ifPresent(sessions::add));
    Value.Obj answer =
        Value.Obj.builder()
            .put("message", "The poll was deployed")
            .put("id", Long.toString(sources.numbers().of(workspace, CAMPAIGN, campaignId)))
            .put("batch_id", Long.toString(sources.numbers().of(workspace, BATCH, campaignId)))
            .put("new_last_scheduleded_deployment", Clock.seconds(lastDue(batch, legs)))
            .put("conversations_id", new Value.List(sessions))
            .build();
    return Response.json(200, Json.write(answer));
  }

  /// As recorded, so that a repeat is told what the first call was told.
  private static long lastDue(Batch batch, List<Leg> legs) {
    return legs.stream()
        .map(Leg::input)
        .filter(Input.Deploy.class::isInstance)
        .mapToLong(input -> ((Input.Deploy) input).dueNanos())
        .max()
        .orElse(batch.campaign().startNanos());
  }

  private static Optional<String> campaign(Leg leg) {
    return leg.input() instanceof Input.Deploy deploy
        ? Optional.of(deploy.deployment().campaignId())
        : Optional.empty();
  }

  private static Optional<String> session(Leg leg) {
    return leg.told().events().stream()
        .filter(Event.CampaignAccepted.class::isInstance)
        .map(event -> ((Event.CampaignAccepted) event).sessionId())
        .findFirst();
  }
}
