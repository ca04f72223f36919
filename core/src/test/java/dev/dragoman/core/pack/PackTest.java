package dev.dragoman.core.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Deployment;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackTest {
  private static final Value.Obj VALUES =
      Value.Obj.builder()
          .put("size", Value.of("grande 🍕"))
          .put("price", new Value.Num("0.10"))
          .put("paid", Value.Bool.TRUE)
          .put("nothing", Value.Null.NULL)
          .put("items", Value.List.of(Value.of(1), Value.Obj.of("deep", Value.Bool.FALSE)))
          .build();
  private static final Understood UNDERSTOOD =
      new Understood(
          3,
          "es",
          List.of(new Understood.Scored("5a674ade24acbe05a8c9ade0", 0.875, true)),
          0.5,
          true,
          List.of(new EntitySpan("money", 2, 5, "5 €", "5", Map.of("unit", "€", "a", "b"))));
  private static final HookRecord RECORD =
      new HookRecord(
          "POST", "https://x.example/h", "{}", new HookRecord.Answered(200, "{"), "e", 12);

  private static Stream<Input> inputs() {
    return Stream.of(
        new Input.Text("hola", List.of(Value.of("file")), UNDERSTOOD),
        new Input.GoTo(new Target.ToStep("s"), "Name", VALUES),
        new Input.GoTo(new Target.ToStory("t"), null, Value.Obj.EMPTY),
        new Input.CustomEvent("CART"),
        new Input.UrlLoaded("https://shop.example/"),
        new Input.SatisfactionGiven("positive", new Target.ToEnd()),
        new Input.HookSettled(
            "c",
            new HookAnswer.Good(Value.List.of(VALUES), new HookAnswer.Values(VALUES, true), VALUES),
            RECORD),
        new Input.HookSettled("c", new HookAnswer.Failed(HookAnswer.Reason.LOST), RECORD),
        new Input.SetValues(VALUES, true),
        new Input.SessionUpdated("s", VALUES),
        new Input.Deploy(new Deployment("c", "t", VALUES), 9, FailureReason.INVALID_PHONE),
        new Input.Deploy(new Deployment("c", "t", VALUES), 9, null),
        new Input.TimerDue(7),
        new Input.TimerGivenUp(7, "IllegalStateException"),
        new Input.Resume(),
        new Input.Resume(new Input.Resume.Again(UNDERSTOOD)),
        new Input.Resume(new Input.Resume.GivenUp("STALE")),
        new Input.Pause(),
        new Input.Release(),
        new Input.Close(),
        new Input.Open(),
        new Input.DeliveryStatus("m2", DeliveryKind.READ, 1_763_629_200_000_000_000L, null),
        new Input.DeliveryStatus("m2", DeliveryKind.FAILED, 0, "131047"));
  }

  private static Leg leg(Input input) {
    return leg(input, TurnTimes.STANDARD);
  }

  private static Leg leg(Input input, TurnTimes times) {
    byte[] chance = new byte[Seed.BYTES];
    Arrays.fill(chance, (byte) -3);
    return new Leg(
        "65a4ccfc7ce58e728d5897e0",
        41,
        new Moment(1_763_629_200_123_456_789L, -18_000, new Seed(chance)),
        input,
        new Facts(VALUES, 9, true, false).times(times),
        new Leg.Told(
            List.of(
                new Event.Received("m1", null),
                new Event.Received("m2", new Input.CustomEvent("page")),
                new Event.Sent("m2", VALUES),
                new Event.SessionStarted("s", 2),
                new Event.SessionMigrated(1, 2, true),
                new Event.SessionEnded("s"),
                new Event.StepEntered("step"),
                new Event.ValueSet("k", null),
                new Event.ValueSet("k", Value.of("v")),
                new Event.AttributeSet("a", Value.of(3)),
                new Event.HookCalled("c", true),
                new Event.HookClosed("c", false),
                new Event.InputQueued("t"),
                new Event.Paused(true),
                new Event.OutsideRequested(OutsideKind.EMAIL, VALUES),
                new Event.UserRequestOpened("r", "help", null, "g"),
                new Event.OptedOut("stop"),
                new Event.LetGo("s"),
                new Event.CampaignAccepted("c", "s"),
                new Event.CampaignSent("c", "s"),
                new Event.CampaignFailed("c", "s", FailureReason.REVOKED),
                new Event.TimerSet(3, Long.MAX_VALUE),
                new Event.MessageStatus("m2", DeliveryKind.DELIVERED, 7, "x")),
            new Leg.Source.OfStoryFallback("t", "Order"),
            VALUES,
            new Why(
                List.of(
                    new Why.Tried.Detection(
                        "hola",
                        List.of(
                            new Why.Result(
                                "i", "greet", 1, List.of(new Why.Parameter("p", VALUES)))),
                        0.4,
                        null,
                        Why.Rule.UNDER_THRESHOLD),
                    new Why.Tried.Detection(
                        "hola",
                        List.of(
                            new Why.Result("i", "greet", 1, List.of(), 0.75),
                            new Why.Result("j", "leave", 0.5, List.of())),
                        0.4,
                        "i",
                        Why.Rule.CLASSIFIER),
                    new Why.Tried.LanguageChanged("en", "es"),
                    new Why.Tried.ArrowTested(Why.ArrowKind.NEXT, 2, true),
                    new Why.Tried.AnswerTested("a", "LABEL", 0.25),
                    new Why.Tried.HookTried("c", RECORD, true),
                    new Why.Tried.FellBack(Why.Level.SILENT),
                    new Why.Tried.BudgetReached("STEPS_PER_LEG"))),
            true));
  }

  private static Conversation busyConversation() {
    Session session =
        new Session(
            "b5ec90cb",
            4,
            "en",
            new Session.Standing("story", "step", 1, 2, -5, "Which size?"),
            VALUES);
    return new Conversation(
        new Conversation.Address("c", "b", "p", "direct", "cust-42"),
        new Conversation.Progress(300, Long.MIN_VALUE, 12),
        new Holder.Nobody(Holder.Why.PAUSED, session),
        new Conversation.Waiting(
            new OpenHook(
                "h",
                "t",
                99,
                199,
                true,
                new Input.CustomEvent("E"),
                new OpenHook.After.EnterStep("step", 3)),
            List.of(
                new OpenHook(
                    "i",
                    "t",
                    98,
                    199,
                    false,
                    new Input.CustomEvent("E"),
                    new OpenHook.After.Merge()),
                new OpenHook(
                    "j",
                    "t",
                    97,
                    199,
                    false,
                    new Input.CustomEvent("E"),
                    new OpenHook.After.Follow(null, 1),
                    true)),
            inputs().map(input -> new Conversation.Pending("t", input, "hello")).toList()),
        List.of(
            new Timer(1, 10, new Timer.Purpose.QuestionSilent("step")),
            new Timer(
                3, 12, new Timer.Purpose.DeploymentDue(new Deployment("c", "t", VALUES), "s")),
            new Timer(
                4,
                13,
                new Timer.Purpose.Receipt(
                    "m", new Timer.Purpose.Receipt.Sent("s", "t", 5, "Hello"), "c", true, false)),
            new Timer(2, 11, new Timer.Purpose.HookLate("h"))));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyInputComesBackWithItsLeg(Input input) {
    Leg leg = leg(input);

    assertThat(Pack.leg(Pack.pack(leg))).isEqualTo(leg);
  }

  @Test
  void timesThatAnInstallationSetComeBackWithTheirLeg() {
    Leg usual = leg(new Input.Close());
    Leg own = leg(new Input.Close(), new TurnTimes(60_000, 1));

    assertThat(Pack.leg(Pack.pack(own))).isEqualTo(own);
    assertThat(Pack.pack(own)).hasSize(Pack.pack(usual).length + 4);
  }

  @Test
  void aBusyConversationComesBack() {
    Conversation conversation = busyConversation();

    assertThat(Pack.conversation(Pack.pack(conversation))).isEqualTo(conversation);
  }

  @Test
  void membersKeepTheirOrderAndNumbersTheirText() {
    assertThat(Pack.pack(Pack.value(Pack.pack(VALUES)))).isEqualTo(Pack.pack(VALUES));
    assertThat(((Value.Obj) Pack.value(Pack.pack(VALUES))).get("price"))
        .isEqualTo(new Value.Num("0.10"));
  }

  @Test
  void everyCutIsNoticed() {
    byte[] whole = Pack.pack(busyConversation());

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Pack.conversation(cut)).isInstanceOf(MalformedPackException.class);
    }
  }

  @Test
  void bytesTooManyAndUnknownFormatsAreRefused() {
    byte[] longer = Arrays.copyOf(Pack.pack(VALUES), Pack.pack(VALUES).length + 1);
    byte[] newer = Pack.pack(VALUES);
    newer[0] = 2;

    assertThatThrownBy(() -> Pack.value(longer)).hasMessageContaining("too many");
    assertThatThrownBy(() -> Pack.value(newer)).hasMessageContaining("format 2");
  }

  @Test
  void damagedBytesAreRefusedByOneNameOrReadAsSomethingElse() {
    byte[] whole = Pack.pack(busyConversation());
    int refused = 0;
    for (int at = 1; at < whole.length; at++) {
      for (int flip : new int[] {1, 0x20, 0x80, 0xFF}) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) flip;
        try {
          assertThat(Pack.conversation(damaged)).isNotNull();
        } catch (MalformedPackException expected) {
          refused++;
        }
      }
    }

    assertThat(refused).isGreaterThan(whole.length);
  }

  @Test
  void impossibleThingsAreRefused() {
    byte[] endless = new byte[2 + 2 * 100_000];
    Arrays.fill(endless, (byte) 5);
    for (int i = 2; i < endless.length; i += 2) {
      endless[i] = 2;
    }
    endless[0] = 1;
    byte[] negative = {1, 6, 1};
    byte[] twice = {1, 6, 4, 2, 'k', 0, 2, 'k', 0};
    byte[] noNumber = {1, 3, 2, 'x'};

    assertThatThrownBy(() -> Pack.value(endless)).isInstanceOf(MalformedPackException.class);
    assertThatThrownBy(() -> Pack.value(negative)).isInstanceOf(MalformedPackException.class);
    assertThatThrownBy(() -> Pack.value(twice)).isInstanceOf(MalformedPackException.class);
    assertThatThrownBy(() -> Pack.value(noNumber)).isInstanceOf(MalformedPackException.class);
  }
}
