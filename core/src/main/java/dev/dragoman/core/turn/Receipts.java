package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Timer.Purpose.Receipt;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Limits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages somebody wants to hear of again: those of steps with `delivered` or `read` hooks
/// (contract treble §2.2), and the first one of a campaign.
///
/// Each is a timer that forgets it after a week. Reports come early, twice and out of order: each
/// hook is called for the first one only.
final class Receipts {
  private final Bot bot;
  private final HookDesk hooks;

  Receipts(Bot bot, HookDesk hooks) {
    this.bot = bot;
    this.hooks = hooks;
  }

  /// Waits for what becomes of the step's last message, if its hooks want to know.
  static void expect(Step step, @Nullable String messageId, Run run) {
    if (messageId == null || step.receipts().equals(Step.Receipts.NONE)) {
      return;
    }
    boolean delivered = step.receipts().delivered() != null;
    boolean read = step.receipts().read() != null;
    remember(new Receipt(messageId, of(run), null, delivered, read), run);
  }

  private static Receipt.Sent of(Run run) {
    Session.Standing at = run.session().at();
    String stepId = at.stepId() == null ? "" : at.stepId();
    return new Receipt.Sent(run.session().id(), stepId, at.askedNanos(), at.sentText());
  }

  /// Waits for what becomes of the first message of a campaign.
  static void expectCampaign(String campaignId, Run run) {
    String first = run.firstSent();
    if (first == null || run.state().holder().session() == null) {
      return;
    }
    Optional<Timer> known = find(first, run);
    Receipt receipt =
        known.isPresent() && known.get().purpose() instanceof Receipt waiting
            ? waiting
            : new Receipt(first, of(run), null, false, false);
    run.dropTimers(known.map(List::of).orElse(List.of())::contains);
    remember(receipt.ofCampaign(campaignId), run);
  }

  private static void remember(Receipt receipt, Run run) {
    List<Timer> known =
        run.state().timers().stream().filter(timer -> timer.purpose() instanceof Receipt).toList();
    if (known.size() >= Limits.RECEIPTS_PER_CONVERSATION) {
      run.dropTimers(known.getFirst()::equals);
    }
    run.setTimer(run.moment.plusMillis(Limits.RECEIPT_MILLIS), receipt);
  }

  private static Optional<Timer> find(String messageId, Run run) {
    return run.state().timers().stream()
        .filter(
            timer ->
                timer.purpose() instanceof Receipt receipt && receipt.messageId().equals(messageId))
        .findFirst();
  }

  /// Tells what became of a message to whoever waits for it.
  void told(Input.DeliveryStatus status, Run run) {
    Optional<Timer> timer = find(status.messageId(), run);
    if (timer.isEmpty() || !(timer.get().purpose() instanceof Receipt receipt)) {
      return;
    }
    Receipt rest = told(receipt, status, run);
    if (!rest.equals(receipt)) {
      run.dropTimers(timer.get()::equals);
      if (rest.isAwaited()) {
        run.setTimer(timer.get().dueNanos(), rest);
      }
    }
  }

  private Receipt told(Receipt receipt, Input.DeliveryStatus status, Run run) {
    Optional<Step> step = bot.place(receipt.sent().stepId()).map(Bot.Place::step);
    Step.Receipts hears = step.map(Step::receipts).orElse(Step.Receipts.NONE);
    return switch (status.kind()) {
      case DELIVERED -> {
        call(step, receipt.delivered() ? hears.delivered() : null, receipt, status, run);
        yield receipt.afterDelivery();
      }
      case READ -> {
        call(step, receipt.read() ? hears.read() : null, receipt, status, run);
        yield receipt.afterReading();
      }
      case FAILED -> {
        if (receipt.campaignId() != null) {
          run.tell(
              new Event.CampaignFailed(
                  receipt.campaignId(),
                  receipt.sent().sessionId(),
                  FailureReason.ofChannel(status.code())));
        }
        yield receipt.afterFailure();
      }
      case SENT, UNKNOWN -> receipt;
    };
  }

  /// A hook tells of one session: of another one it would say the wrong values.
  private void call(
      Optional<Step> step,
      @Nullable HookCall hook,
      Receipt receipt,
      Input.DeliveryStatus status,
      Run run) {
    Session session = run.state().holder().session();
    boolean same = session != null && session.id().equals(receipt.sent().sessionId());
    if (hook == null || step.isEmpty() || !same) {
      return;
    }
    long at = status.atNanos() == 0 ? run.moment.epochNanos() : status.atNanos();
    Work.Occasion occasion =
        status.kind() == DeliveryKind.READ
            ? new Work.Occasion.Read(at)
            : new Work.Occasion.Delivered(at);
    hooks.callArrow(
        hook,
        null,
        new Work.Answered(
            step.get(),
            step.get().question(),
            "",
            null,
            receipt.sent().atNanos(),
            receipt.sent().text(),
            occasion),
        run);
  }
}
