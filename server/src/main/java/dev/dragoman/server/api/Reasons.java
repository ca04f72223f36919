package dev.dragoman.server.api;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.store.read.ConversationQueries;
import dev.dragoman.server.store.read.ConversationQueries.Place;
import dev.dragoman.server.store.read.StoredLeg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a conversation went as it did, leg by leg, with the names of the bot version it ran on.
final class Reasons {
  private static final Pattern KEY = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,8}");
  static final Page.Keys KEYS = new Page.Keys("0.0", key -> KEY.matcher(key).matches());

  /// How far back the step is looked for in which a page or a turn begins.
  private static final int LOOKED_BACK = 40;

  private final ConversationQueries queries;
  private final BotShelf shelf;

  Reasons(ConversationQueries queries, BotShelf shelf) {
    this.queries = queries;
    this.shelf = shelf;
  }

  /// Where the flow stood before a leg: the bot version and the step, null where unknown.
  record Standing(int botVersion, @Nullable String stepId) {
    Standing after(Leg leg) {
      Standing now = this;
      for (Event event : leg.told().events()) {
        now =
            switch (event) {
              case Event.StepEntered(var step) -> new Standing(now.botVersion(), step);
              case Event.SessionStarted(_, int version) -> new Standing(version, null);
              case Event.SessionMigrated(_, int to, boolean restarted) ->
                  new Standing(to, restarted ? null : now.stepId());
              case Event.SessionEnded _ -> new Standing(now.botVersion(), null);
              case Event.Received _,
                  Event.Sent _,
                  Event.ValueSet _,
                  Event.AttributeSet _,
                  Event.HookCalled _,
                  Event.HookClosed _,
                  Event.InputQueued _,
                  Event.Paused _,
                  Event.InRoom _,
                  Event.OutsideRequested _,
                  Event.UserRequestOpened _,
                  Event.OptedOut _,
                  Event.LetGo _,
                  Event.CampaignAccepted _,
                  Event.CampaignSent _,
                  Event.CampaignFailed _,
                  Event.MessageStatus _,
                  Event.TimerSet _ ->
                  now;
            };
      }
      return now;
    }
  }

  List<Page.Entry> entries(Call call, ConversationQueries.Stored stored, Page.Asked asked) {
    String[] parts = asked.after().split("\\.");
    Place from = new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]) + 1);
    List<StoredLeg> legs = queries.legs(call.workspace(), stored.id(), from, asked.limit());
    return shown(call, stored, legs).stream().toList();
  }

  Optional<Value.Obj> ofTurn(Call call, ConversationQueries.Stored stored, String turnId) {
    List<StoredLeg> legs = queries.turn(call.workspace(), stored.id(), turnId);
    if (legs.isEmpty()) {
      return Optional.empty();
    }
    List<Value> shown = shown(call, stored, legs).stream().map(Page.Entry::shown).toList();
    return Optional.of(
        Value.Obj.builder().put("turn", turnId).put("legs", new Value.List(shown)).build());
  }

  private List<Page.Entry> shown(
      Call call, ConversationQueries.Stored stored, List<StoredLeg> legs) {
    if (legs.isEmpty()) {
      return List.of();
    }
    StoredLeg.Envelope first = legs.getFirst().envelope();
    Standing standing = before(call, stored, new Place(first.firstSequence(), first.leg()));
    List<Page.Entry> entries = new ArrayList<>();
    for (StoredLeg one : legs) {
      StoredLeg.Envelope envelope = one.envelope();
      String key = envelope.firstSequence() + "." + envelope.leg();
      Leg leg = one.leg();
      if (leg == null) {
        entries.add(new Page.Entry(key, WhyForm.erased(envelope)));
      } else {
        Standing after = standing.after(leg);
        Optional<Bot> before = bot(call, stored, standing);
        Optional<Bot> now = bot(call, stored, after);
        WhyForm form = new WhyForm(before.or(() -> now).orElse(null), now.orElse(null), standing);
        entries.add(new Page.Entry(key, form.of(envelope, leg)));
        standing = after;
      }
    }
    return entries;
  }

  private Optional<Bot> bot(Call call, ConversationQueries.Stored stored, Standing standing) {
    BotKey key = new BotKey(call.workspace(), stored.state().address().botId());
    return standing.botVersion() == 0 ? Optional.empty() : shelf.bot(key, standing.botVersion());
  }

  /// Told from the legs before; what is further back than is looked stays unknown.
  private Standing before(Call call, ConversationQueries.Stored stored, Place place) {
    List<StoredLeg> earlier =
        queries.legsBefore(call.workspace(), stored.id(), place, LOOKED_BACK).reversed();
    Standing standing = new Standing(0, null);
    for (StoredLeg one : earlier) {
      Leg leg = one.leg();
      standing = leg == null ? new Standing(0, null) : standing.after(leg);
    }
    return standing;
  }
}
