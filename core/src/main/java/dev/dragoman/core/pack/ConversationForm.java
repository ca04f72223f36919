package dev.dragoman.core.pack;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Conversation.Address;
import dev.dragoman.core.conversation.Conversation.Progress;
import dev.dragoman.core.conversation.Conversation.Waiting;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Session.Standing;
import dev.dragoman.core.conversation.Timer;

/// How a conversation's state is packed.
final class ConversationForm {
  private static final Holder.Why[] WHYS = Holder.Why.values();

  /// Added to the tag of what comes after a hook when its session may go on already.
  private static final int RELEASED = 16;

  private ConversationForm() {}

  static void write(Sink sink, Conversation conversation) {
    Address address = conversation.address();
    sink.text(address.conversationId());
    sink.text(address.botId());
    sink.text(address.contactId());
    sink.text(address.account());
    sink.text(address.peer());
    sink.number(conversation.progress().sequence());
    sink.number(conversation.progress().lastNanos());
    sink.number(conversation.progress().generation());
    writeHolder(sink, conversation.holder());
    writeWaiting(sink, conversation.waiting());
    sink.list(conversation.timers(), ConversationForm::writeTimer);
  }

  static Conversation read(Source source) {
    Address address =
        new Address(source.text(), source.text(), source.text(), source.text(), source.text());
    Progress progress = new Progress(source.number(), source.number(), source.smallNumber());
    return new Conversation(
        address,
        progress,
        readHolder(source),
        readWaiting(source),
        source.list(ConversationForm::readTimer));
  }

  private static void writeHolder(Sink sink, Holder holder) {
    switch (holder) {
      case Holder.Bot(var session) -> {
        sink.tag(0);
        writeSession(sink, session);
      }
      case Holder.Room(var room, var session) -> {
        sink.tag(2);
        RoomForm.write(sink, room);
        sink.optional(session, ConversationForm::writeSession);
      }
      case Holder.Nobody(var why, var session) -> {
        sink.tag(1);
        sink.constant(why);
        sink.optional(session, ConversationForm::writeSession);
      }
    }
  }

  private static Holder readHolder(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> new Holder.Bot(readSession(source));
      case 1 ->
          new Holder.Nobody(
              Tags.of(WHYS, source.tag()), source.optional(ConversationForm::readSession));
      case 2 ->
          new Holder.Room(RoomForm.read(source), source.optional(ConversationForm::readSession));
      default -> throw new MalformedPackException("no holder has tag " + tag);
    };
  }

  /// A session that missed something begins with an empty id, which no session has.
  private static void writeSession(Sink sink, Session session) {
    if (session.misses() > 0) {
      sink.text("");
      sink.number(session.misses());
    }
    sink.text(session.id());
    sink.number(session.botVersion());
    sink.text(session.language());
    Standing at = session.at();
    sink.optionalText(at.storyId());
    sink.optionalText(at.stepId());
    sink.number(at.attempts());
    sink.number(at.retries());
    sink.number(at.askedNanos());
    sink.text(at.sentText());
    ValueForm.writeMembers(sink, session.values());
  }

  private static Session readSession(Source source) {
    String first = source.text();
    int misses = first.isEmpty() ? source.smallNumber() : 0;
    String id = first.isEmpty() ? source.text() : first;
    int version = source.smallNumber();
    String language = source.text();
    Standing at =
        new Standing(
            source.optionalText(),
            source.optionalText(),
            source.smallNumber(),
            source.smallNumber(),
            source.number(),
            source.text());
    return new Session(id, version, language, at, ValueForm.readMembers(source), misses);
  }

  private static void writeWaiting(Sink sink, Waiting waiting) {
    sink.optional(waiting.blocking(), ConversationForm::writeHook);
    sink.list(waiting.side(), ConversationForm::writeHook);
    sink.list(
        waiting.pending(),
        (to, pending) -> {
          to.text(pending.turnId());
          InputForm.writeAfter(to, pending.earlier(), pending.input());
        });
  }

  private static Waiting readWaiting(Source source) {
    return new Waiting(
        source.optional(ConversationForm::readHook),
        source.list(ConversationForm::readHook),
        source.list(from -> InputForm.readPending(from.text(), from)));
  }

  private static void writeHook(Sink sink, OpenHook hook) {
    sink.text(hook.callId());
    sink.text(hook.turnId());
    sink.number(hook.deadlineNanos());
    sink.number(hook.turnDeadlineNanos());
    sink.bool(hook.repeatable());
    InputForm.write(sink, hook.cause());
    int released = hook.released() ? RELEASED : 0;
    switch (hook.after()) {
      case OpenHook.After.EnterStep(var stepId, int walked) -> {
        sink.tag(released);
        sink.text(stepId);
        sink.number(walked);
      }
      case OpenHook.After.Follow(var target, int walked) -> {
        sink.tag(released + 1);
        sink.optional(target, TargetForm::write);
        sink.number(walked);
      }
      case OpenHook.After.Merge _ -> sink.tag(released + 2);
    }
  }

  private static OpenHook readHook(Source source) {
    String callId = source.text();
    String turnId = source.text();
    long deadline = source.number();
    long turnDeadline = source.number();
    boolean repeatable = source.bool();
    Input cause = InputForm.read(source);
    int tag = source.tag();
    boolean released = tag >= RELEASED;
    OpenHook.After after = readAfter(released ? tag - RELEASED : tag, source);
    return new OpenHook(callId, turnId, deadline, turnDeadline, repeatable, cause, after, released);
  }

  private static OpenHook.After readAfter(int tag, Source source) {
    return switch (tag) {
      case 0 -> new OpenHook.After.EnterStep(source.text(), source.smallNumber());
      case 1 -> new OpenHook.After.Follow(source.optional(TargetForm::read), source.smallNumber());
      case 2 -> new OpenHook.After.Merge();
      default -> throw new MalformedPackException("no hook goes on with tag " + tag);
    };
  }

  private static void writeTimer(Sink sink, Timer timer) {
    sink.number(timer.generation());
    sink.number(timer.dueNanos());
    switch (timer.purpose()) {
      case Timer.Purpose.QuestionSilent(var stepId) -> {
        sink.tag(0);
        sink.text(stepId);
      }
      case Timer.Purpose.HookLate(var callId) -> {
        sink.tag(1);
        sink.text(callId);
      }
      case Timer.Purpose.DeploymentDue due -> {
        sink.tag(40);
        CampaignForm.write(sink, due);
      }
      case Timer.Purpose.Receipt receipt -> {
        sink.tag(41);
        CampaignForm.write(sink, receipt);
      }
      case Timer.Purpose.SessionQuiet(var sessionId, long sequence) -> {
        sink.tag(42);
        sink.text(sessionId);
        sink.number(sequence);
      }
      case Timer.Purpose.Collected(long sinceNanos) -> {
        sink.tag(3);
        sink.number(sinceNanos);
      }
      case Timer.Purpose.RoomAlarm(var alarm) -> {
        sink.tag(2);
        RoomForm.writeAlarm(sink, alarm);
      }
    }
  }

  private static Timer readTimer(Source source) {
    return new Timer(source.smallNumber(), source.number(), readPurpose(source));
  }

  private static Timer.Purpose readPurpose(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> new Timer.Purpose.QuestionSilent(source.text());
      case 1 -> new Timer.Purpose.HookLate(source.text());
      case 3 -> new Timer.Purpose.Collected(source.number());
      case 40 -> CampaignForm.readDue(source);
      case 41 -> CampaignForm.readReceipt(source);
      case 42 -> new Timer.Purpose.SessionQuiet(source.text(), source.number());
      case 2 -> new Timer.Purpose.RoomAlarm(RoomForm.readAlarm(source));
      default -> throw new MalformedPackException("no timer has tag " + tag);
    };
  }
}
