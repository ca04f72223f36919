package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Conversation.Address;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.server.store.ContactBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The wires of hooks: what is sent, and what an answer means. Each dialect implements its own.
public record HookForms(StepForm steps, ArrowForm arrows) {
  /// Everything a hook's body may tell of the conversation it is about.
  ///
  /// @param nowNanos when it is called, nanoseconds since 1970
  public record Scene(
      int workspace, Address address, ContactBody contact, Place place, long nowNanos) {
    /// The number of the story the session stands in, 0 outside of all.
    public int storyNumber() {
      return place.storyNumber();
    }
  }

  /// Where in the bot a hook is called: a story's number, and the bot's main language.
  public record Place(int storyNumber, String mainLanguage) {}

  /// A request, or why there can be none.
  public sealed interface Prepared {
    /// It is ready to be sent.
    record Ready(Call call) implements Prepared {}

    /// It must not be sent.
    record Unready(Call call, String error) implements Prepared {}
  }

  /// A request ready to be sent; `body` is also what the record keeps.
  public record Call(String url, Map<String, String> headers, String body) {
    /// Copies the headers.
    public Call {
      headers = Map.copyOf(headers);
    }
  }

  /// What an answer means: `error` is null when it is good.
  public record Read(HookAnswer answer, @Nullable String error) {}

  /// The wire of step webhooks.
  public interface StepForm {
    /// The request.
    Prepared call(Settings.Webhook webhook, Work.CallStepWebhook work, Scene scene);

    /// What the answer means; the body as it arrived.
    Read read(int status, byte[] body);
  }

  /// The wire of hooks on arrows.
  public interface ArrowForm {
    /// The request.
    Call call(Work.CallArrowHook work, Scene scene);

    /// What the answer means; the body as it arrived.
    Read read(int status, byte[] body);
  }
}
