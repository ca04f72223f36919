package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.answer;
import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.ask;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.phrase;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.RoomEvent.Cause;
import dev.dragoman.core.room.RoomEvent.Reason;
import dev.dragoman.core.room.RoomRefusal;
import dev.dragoman.core.room.Rules;
import dev.dragoman.core.room.Staff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a conversation comes to the humans, what happens meanwhile, and how it comes back.
class HandOverTest {
  private static final Agent ANA = new Agent("ana", 1, "Ana", "", "", "");
  private static final Settings.HandOver HUMANS =
      new Settings.HandOver(
          "Sales",
          Desk.OWN,
          List.of("agent", "a real person"),
          3,
          phrase("One moment"),
          Rules.STANDARD);
  private static final Question SIZE =
      new Question.Closed(
          ask("size", 9, say("Pardon?")),
          List.of(answer("Small", null), answer("Large", null)),
          null);
  private static final Bot BOT =
      bot(
          1,
          humans(HUMANS),
          List.of(intent("order", "a pizza"), intent("human", "a human"), intent("late", "late")),
          story(
              "order",
              step("size", say("Which size?")).asks(SIZE).next(arrow("done")).build(),
              step("done", say("{{size}} it is")).build()),
          story(
              "human",
              step("over", new Action.HandOver("20", null), say("never said"))
                  .next(arrow("after"))
                  .build(),
              step("after", say("Welcome back")).build()),
          story("late", step("shut", new Action.HandOver("30", phrase("We are closed"))).build()));

  private static Settings humans(Settings.HandOver handOver) {
    return Settings.standard().handOver(handOver);
  }

  private static Staff.Group group(int number, String name, boolean open) {
    return new Staff.Group(number, name, open, open, Rules.STANDARD);
  }

  private static Talk talk() {
    return new Talk(BOT)
        .staffed(
            new Staff(
                true,
                List.of(
                    group(10, "Sales", true), group(20, "Help", true), group(30, "Night", false)),
                List.of(new Staff.Member(ANA, List.of(10), true, 1))));
  }

  private static Talk move(Talk talk, Move move) {
    return talk.input(new Input.InRoom(move));
  }

  private static Room room(Talk talk) {
    return ((Holder.Room) talk.state.holder()).room();
  }

  private static List<RoomEvent> told(Talk talk) {
    return talk.told(Event.InRoom.class).stream().map(Event.InRoom::event).toList();
  }

  private static RoomEvent.Queued queued(Talk talk) {
    return (RoomEvent.Queued) told(talk).getFirst();
  }

  @Test
  void aStepHandsOverAndItsNextStepFollowsWhenTheyHaveLeft() {
    Talk talk = talk().say("a human");
    RoomEvent.Queued queued = queued(talk);

    assertThat(queued.cause()).isEqualTo(Cause.STEP);
    assertThat(queued.group()).isEqualTo(20);
    assertThat(queued.context().question()).isEqualTo("a human");
    assertThat(talk.said()).containsExactly("pause_bot_action");
    assertThat(queued.ref().ids().uuid())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(queued.ref().ids().hex()).matches("[0-9a-f]{24}");

    move(talk, new Move.Attend(queued.ref().ids().hex(), "ana"));
    move(talk, new Move.Close(null, "ana", Reason.AGENT));

    assertThat(talk.said()).containsExactly("Welcome back");
    assertThat(talk.state.holder()).isInstanceOf(Holder.Bot.class);
    assertThat(talk.state.timers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AGENT", "I want a real person, now", "an agent please"})
  void wordsHandOver(String words) {
    Talk talk = talk().say("a pizza").say(words);

    assertThat(queued(talk).cause()).isEqualTo(Cause.WORDS);
    assertThat(queued(talk).group()).isEqualTo(10);
    assertThat(queued(talk).context().answer()).isEqualTo("One moment");
    assertThat(talk.said()).containsExactly("One moment", "pause_bot_action");
  }

  @Test
  void aWordInsideAnotherIsNotAskedFor() {
    assertThat(talk().say("agents").said()).doesNotContain("One moment");
  }

  @Test
  void misunderstandingAgainAndAgainHandsOver() {
    Talk talk = talk().say("a pizza").say("bla");
    assertThat(talk.said()).containsExactly("Pardon?");
    assertThat(talk.say("bla").said()).containsExactly("Pardon?");

    talk.say("bla");

    assertThat(talk.said()).containsExactly("One moment", "pause_bot_action");
    assertThat(queued(talk).cause()).isEqualTo(Cause.FALLBACK);
  }

  @Test
  void beingUnderstoodForgivesEarlierMisses() {
    Talk talk = talk().say("a pizza").say("bla").say("bla").say("Small").say("a pizza");

    assertThat(talk.say("bla").said()).containsExactly("Pardon?");
  }

  @Test
  void aClosedGroupIsSaidWhereTheStepHasWordsForIt() {
    Talk talk = talk().say("late");

    assertThat(talk.said()).containsExactly("We are closed");
    assertThat(talk.state.holder()).isInstanceOf(Holder.Bot.class);
  }

  @Test
  void theQuestionThatWasInterruptedIsAnsweredAfterwards() {
    Talk talk = talk().say("a pizza");
    move(talk, queue(10));
    move(talk, new Move.Attend(null, "ana"));
    talk.say("Large");
    assertThat(talk.said()).isEmpty();
    move(talk, new Move.Close(null, null, Reason.API));
    assertThat(talk.said()).isEmpty();

    assertThat(talk.say("Small").said()).containsExactly("Small it is");
  }

  private static Move queue(Integer... groups) {
    return new Move.Queue(List.of(groups), Desk.OWN, Cause.API, Value.Obj.of("k", Value.of("v")));
  }

  @Test
  void whatTheContactSaysGoesToTheRoomAlone() {
    Talk talk = talk().say("a human");
    talk.input(
        new Input.Text(
            "look",
            List.of(
                Value.Obj.builder()
                    .put("type", "image")
                    .put("url", "https://i.example/1.png")
                    .put("name", "1.png")
                    .build()),
            Understood.NOTHING));

    assertThat(talk.leg().told().settled()).isTrue();
    assertThat(talk.leg().sent()).isEmpty();
    assertThat(told(talk))
        .extracting(event -> ((RoomEvent.Message) event).content())
        .containsExactly(
            Content.text("look"),
            new Content(Content.Kind.IMAGE, "https://i.example/1.png", "1.png", "", 0));
  }

  @Test
  void queueingAgainGivesTheSameRoomAndAnotherGroupTransfersIt() {
    Talk talk = move(talk(), queue(10));
    Room.Ids ids = room(talk).ids();

    assertThat(room(move(talk, queue(10))).ids()).isEqualTo(ids);
    assertThat(told(talk)).isEmpty();
    assertThat(room(move(talk, queue(20))).ids()).isEqualTo(ids);
    assertThat(told(talk).getFirst()).isInstanceOf(RoomEvent.Transferred.class);
    assertThat(room(talk).stage().group()).isEqualTo(20);
    assertThat(told(talk).getFirst().ref().memo().text("k")).isEqualTo("v");
  }

  @Test
  void whoComesTooLateIsToldWhoHasIt() {
    Talk talk = move(talk(), queue(10));
    move(talk, new Move.Attend(null, "ana"));
    move(talk, new Move.Attend(null, "ben"));

    assertThat(talk.last.unrecorded().getLast().why())
        .isEqualTo(new Decision.RoomRefused(new RoomRefusal(RoomRefusal.Code.TAKEN, ANA)));
  }

  @Test
  void aHookThatReturnsMeanwhileSettlesItsTurnAndSaysNothing() {
    Bot hooked =
        bot(
            1,
            Bots.withWebhook(),
            List.of(intent("slow", "wait")),
            story("slow", step("ask", say("Done")).webhook().build()));
    Talk talk = new Talk(hooked).say("wait");
    move(talk, new Move.Queue(List.of(), Desk.OWN, Cause.API, Value.Obj.EMPTY));
    talk.say("still there?");
    assertThat(talk.state.waiting().pending()).hasSize(1);

    talk.answerHook(
        new HookAnswer.Good(
            null, new HookAnswer.Values(Value.Obj.of("k", Value.of("v")), false), Value.Obj.EMPTY));

    assertThat(talk.last.decided()).hasSize(2);
    assertThat(talk.last.decided()).allSatisfy(one -> assertThat(one.leg().sent()).isEmpty());
    assertThat(((RoomEvent.Message) told(talk).getFirst()).content().value())
        .isEqualTo("still there?");
    assertThat(talk.value("k")).isEqualTo("v");
  }

  @Test
  void pausesAndValuesDoNotEndARoomButAReleaseDoes() {
    Talk talk = move(talk(), queue(10));
    talk.input(new Input.Pause());
    talk.input(new Input.SetValues(Value.Obj.of("k", Value.of("v")), false));
    assertThat(room(talk).agent()).isNull();

    talk.input(new Input.Release());

    assertThat(told(talk).getFirst()).isInstanceOf(RoomEvent.Closed.class);
    assertThat(talk.state.holder()).isInstanceOf(Holder.Bot.class);
    assertThat(talk.value("k")).isEqualTo("v");
  }

  @Test
  void theSessionMayEndUnderARoomThatGoesOn() {
    Talk talk = talk().say("a human").input(new Input.Close());

    assertThat(talk.told(Event.SessionEnded.class)).hasSize(1);
    assertThat(room(talk).agent()).isNull();
    assertThat(talk.state.holder().session()).isNull();

    move(talk, new Move.Close(null, null, Reason.API));
    assertThat(talk.state.holder()).isEqualTo(Holder.Nobody.NEW);
    assertThat(talk.say("a pizza").said()).containsExactly("Which size?");
  }

  @Test
  void silenceOfTheAgentPausesThemAndPutsTheRoomBack() {
    Talk talk = move(talk(), queue(10));
    move(talk, new Move.Attend(null, "ana"));
    long place = room(talk).origin().queuedNanos();

    talk.later(1_800_000).say("hello?");

    List<RoomEvent> all =
        talk.last.decided().getFirst().leg().told().events().stream()
            .filter(Event.InRoom.class::isInstance)
            .map(event -> ((Event.InRoom) event).event())
            .toList();
    assertThat(all.getFirst()).isEqualTo(new RoomEvent.AgentPaused(room(talk).ref(), ANA));
    assertThat(((RoomEvent.Transferred) all.getLast()).route().why())
        .isEqualTo(RoomEvent.Why.AGENT_SILENT);
    assertThat(((Room.Queued) room(talk).stage()).placeNanos()).isEqualTo(place);
  }

  @Test
  void silenceOfTheContactIsRemindedOfAndThenEndsTheRoom() {
    Rules rules =
        new Rules(
            60,
            null,
            new Rules.ContactSilence(
                List.of(new Rules.Reminder(10, "There?"), new Rules.Reminder(20, "Closing")),
                30,
                "Bye"));
    Talk talk =
        talk()
            .staffed(
                new Staff(
                    true,
                    List.of(new Staff.Group(10, "Sales", true, true, rules)),
                    List.of(new Staff.Member(ANA, List.of(10), true, 1))));
    move(talk, queue(10));
    move(talk, new Move.Attend(null, "ana"));
    move(talk, new Move.Say(null, "ana", Content.text("Hi")));
    talk.later(60_000).say("too late");

    assertThat(talk.last.decided()).hasSize(4);
    assertThat(
            talk.last.decided().stream()
                .flatMap(one -> one.leg().told().events().stream())
                .filter(Event.InRoom.class::isInstance)
                .map(event -> ((Event.InRoom) event).event())
                .map(HandOverTest::shown))
        .containsExactly("TRIGGER There?", "TRIGGER Closing", "TRIGGER Bye", "closed TRIGGER");
    assertThat(talk.leg().told().events().getFirst()).isInstanceOf(Event.Received.class);
    assertThat(talk.state.holder()).isInstanceOf(Holder.Bot.class);
  }

  private static String shown(RoomEvent event) {
    return switch (event) {
      case RoomEvent.Message message -> message.author() + " " + message.content().value();
      case RoomEvent.Closed closed -> "closed " + closed.reason();
      case RoomEvent.Queued _,
          RoomEvent.Attended _,
          RoomEvent.Transferred _,
          RoomEvent.AgentPaused _ ->
          event.getClass().getSimpleName();
    };
  }

  @Test
  void waitingTooLongClosesTheRoom() {
    Talk talk = move(talk(), queue(10)).later(86_400_000);
    talk.input(new Input.Open());

    RoomEvent last =
        ((Event.InRoom) talk.last.decided().getFirst().leg().told().events().getFirst()).event();
    assertThat(((RoomEvent.Closed) last).reason()).isEqualTo(Reason.QUEUE_CLEANING);
  }

  private static Decision decided(Input input) {
    Conversation fresh =
        Conversation.fresh(new Conversation.Address("c", "b", "p", "direct", "ada"));
    Moment moment = new Moment(1_000_000_000, 0, new Seed(new byte[Seed.BYTES]));
    return new Engine(BOT, pattern -> text -> false)
        .decide(fresh, "t", input, moment, new Facts(Value.Obj.EMPTY, 1, false, false));
  }

  @Test
  void onlyADecisionThatHandsOverAsksForTheStaff() {
    assertThat(decided(new Input.CustomEvent("E"))).isInstanceOf(Decision.Decided.class);
    assertThat(decided(Talk.text("an agent please", List.of(), true)))
        .isInstanceOf(Decision.NeedsStaff.class);
    assertThat(decided(new Input.InRoom(queue(10)))).isInstanceOf(Decision.NeedsStaff.class);
    assertThat(decided(new Input.InRoom(queue()))).isInstanceOf(Decision.Decided.class);
  }

  @Test
  void whatAnAgentHadWaitsAgainWhenTheyAreNotThereAnyMore() {
    Talk talk = move(move(talk(), queue(10)), new Move.Attend(null, "ana"));
    move(talk, new Move.AgentAway(null, "ana"));
    assertThat(room(talk).agent()).as("still online").isEqualTo(ANA);

    talk.staffed(new Staff(true, List.of(), List.of(new Staff.Member(ANA, List.of(10), false, 2))));
    move(talk, new Move.AgentAway(null, "ben"));
    assertThat(room(talk).agent()).as("another's").isEqualTo(ANA);
    move(talk, new Move.AgentAway(null, "ana"));
    assertThat(room(talk).stage()).isInstanceOf(Room.Queued.class);
    assertThat(told(talk)).singleElement().isInstanceOf(RoomEvent.Transferred.class);
  }

  @Test
  void onlyTheGroupThatWasLookedAtIsRecorded() {
    Talk talk = talk().say("a pizza");
    assertThat(recorded(talk)).isEqualTo(Staff.UNKNOWN);
    talk.say("a human");
    assertThat(recorded(talk).groups()).containsExactly(group(20, "Help", true));
    assertThat(recorded(talk).members()).isEmpty();
    move(talk, new Move.Attend(null, "ana"));
    assertThat(recorded(talk).groups()).isEmpty();
    assertThat(recorded(talk).members()).hasSize(1);
    talk.say("hello?");
    assertThat(recorded(talk)).isEqualTo(Staff.UNKNOWN);
  }

  private static Staff recorded(Talk talk) {
    return talk.last.decided().getLast().leg().facts().staff();
  }
}
