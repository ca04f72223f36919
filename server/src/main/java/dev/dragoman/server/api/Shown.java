package dev.dragoman.server.api;

import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.form.ActionWriter;
import dev.dragoman.core.bot.form.TargetNames;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Move;
import dev.dragoman.server.store.read.ContactQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the things of the model look in the API.
final class Shown {
  static final ActionWriter WRITER =
      new ActionWriter(phrase -> phrase.literalText(), TargetNames.NONE);

  private Shown() {}

  static Value orNull(@Nullable String text) {
    return text == null ? Value.Null.NULL : Value.of(text);
  }

  static Value.Obj contact(ContactQueries.Listed contact) {
    return Value.Obj.builder()
        .put("id", contact.id())
        .put("erased", contact.erased())
        .put("identities", contact.body().identities())
        .put("attributes", contact.body().attributes())
        .build();
  }

  static Value.Obj conversation(Conversation state, boolean erased) {
    Conversation.Address address = state.address();
    return Value.Obj.builder()
        .put("id", address.conversationId())
        .put("bot", address.botId())
        .put("contact", address.contactId())
        .put("account", address.account())
        .put("peer", address.peer())
        .put("erased", erased)
        .put("sequence", state.progress().sequence())
        .put("lastAt", lastAt(state.progress()))
        .put("holder", holder(state.holder()))
        .put("session", session(state.holder().session()))
        .put("waiting", waiting(state.waiting()))
        .build();
  }

  private static Value lastAt(Conversation.Progress progress) {
    return progress.sequence() == 0 ? Value.Null.NULL : Times.of(progress.lastNanos());
  }

  /// `bot`; of a room `queued` or `attended`; or why nobody answers: `new`, `paused`, `ended`.
  static String holder(Holder holder) {
    return switch (holder) {
      case Holder.Bot _ -> "bot";
      case Holder.Room(var room, _) -> room.agent() == null ? "queued" : "attended";
      case Holder.Nobody(var why, _) -> why.name().toLowerCase(Locale.ROOT);
    };
  }

  private static Value session(@Nullable Session session) {
    if (session == null) {
      return Value.Null.NULL;
    }
    return Value.Obj.builder()
        .put("id", session.id())
        .put("botVersion", session.botVersion())
        .put("language", session.language())
        .put("story", orNull(session.at().storyId()))
        .put("step", orNull(session.at().stepId()))
        .put("attempts", session.at().attempts())
        .put("retries", session.at().retries())
        .put("values", session.values())
        .build();
  }

  private static Value.Obj waiting(Conversation.Waiting waiting) {
    OpenHook hook = waiting.blocking();
    return Value.Obj.builder()
        .put("hook", hook == null ? Value.Null.NULL : Value.of(hook.callId()))
        .put("sideHooks", waiting.side().size())
        .put("pending", waiting.pending().size())
        .build();
  }

  /// An input in the form it is sent in; what nobody sends has a form of its own.
  static Value.Obj input(Input input) {
    return switch (input) {
      case Input.Text text ->
          typed("text")
              .put("text", text.text())
              .put("attachments", new Value.List(text.attachments()))
              .build();
      case Input.GoTo(var target, var name, var values) ->
          typed("goTo")
              .put("target", target(target))
              .put("name", orNull(name))
              .put("values", values)
              .build();
      case Input.CustomEvent(var name) -> typed("event").put("name", name).build();
      case Input.UrlLoaded(var url) -> typed("url").put("url", url).build();
      case Input.SatisfactionGiven(var kind, var target) ->
          typed("satisfaction")
              .put("kind", kind)
              .put("target", target == null ? Value.Null.NULL : target(target))
              .build();
      case Input.Immediate immediate -> immediate(immediate);
    };
  }

  private static Value.Obj immediate(Input.Immediate input) {
    return switch (input) {
      case Input.HookSettled(var callId, _, _) -> typed("hookSettled").put("call", callId).build();
      case Input.SetValues(var values, boolean release) ->
          typed("values").put("values", values).put("release", release).build();
      case Input.Deploy deploy ->
          typed("deploy").put("campaign", deploy.deployment().campaignId()).build();
      case Input.SessionUpdated(var sessionId, var values) ->
          typed("sessionUpdated").put("session", sessionId).put("values", values).build();
      case Input.TimerDue _, Input.TimerGivenUp _ -> typed("timer").build();
      case Input.Resume _ -> typed("resume").build();
      case Input.Open _ -> typed("open").build();
      case Input.Pause _ -> typed("pause").build();
      case Input.Release _ -> typed("release").build();
      case Input.InRoom(var move) -> typed("room").put("move", word(move)).build();
      case Input.Close _ -> typed("close").build();
      case Input.DeliveryStatus(var messageId, var kind, _, var code) ->
          typed("deliveryStatus")
              .put("message", messageId)
              .put("status", kind.name().toLowerCase(Locale.ROOT))
              .put("code", orNull(code))
              .build();
    };
  }

  private static String word(Move move) {
    return switch (move) {
      case Move.Queue _ -> "queue";
      case Move.Attend _ -> "attend";
      case Move.Assign _ -> "assign";
      case Move.Say _ -> "say";
      case Move.ToGroup _, Move.ToAgent _ -> "transfer";
      case Move.Requeue _ -> "requeue";
      case Move.AgentGone _ -> "agentGone";
      case Move.AgentAway _ -> "agentAway";
      case Move.Close _ -> "close";
    };
  }

  private static Value.Obj target(Target target) {
    return switch (target) {
      case Target.ToStep(var id) -> typed("step").put("id", id).build();
      case Target.ToStory(var id) -> typed("story").put("id", id).build();
      case Target.ToEnd _ -> typed("end").build();
    };
  }

  static ObjBuilder typed(String type) {
    return Value.Obj.builder().put("type", type);
  }
}
