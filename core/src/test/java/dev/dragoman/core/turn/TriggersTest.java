package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Trigger;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What starts a story besides words: pages, events, clicks, faces.
class TriggersTest {
  private static final Bot BOT =
      bot(
          List.of(),
          on("shop", new Trigger.OnUrl("https://x.example/shop", true)),
          on("all", new Trigger.OnUrl("https://x.example/", true)),
          on("home", new Trigger.OnUrl("https://x.example/", false)),
          on("cart", new Trigger.OnEvent("CART")),
          on("second", new Trigger.OnEvent("CART")));

  private static Story on(String name, Trigger trigger) {
    return new Story(
        name, 1, name, List.of(trigger), List.of(step(name + "1", say(name)).build()), null, false);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.example/, home",
    "https://x.example/about, all",
    "https://x.example/shop, shop",
    "https://x.example/shop/1?a=b, shop",
    "https://x.example/shopping, shop",
    "https://x.example/Shop, all",
  })
  void thePageThatIsNamedExactlyThenTheLongestPrefix(String url, String story) {
    assertThat(new Talk(BOT).input(new Input.UrlLoaded(url)).said()).containsExactly(story);
  }

  @Test
  void theFirstStoryOfAnEventOfThisExactName() {
    assertThat(new Talk(BOT).input(new Input.CustomEvent("CART")).said()).containsExactly("cart");
  }

  @Test
  void unknownPagesAndEventsAreReceivedAndMoveNothing() {
    Talk talk = new Talk(BOT).input(new Input.CustomEvent("CART"));
    for (Input unknown :
        List.of(new Input.CustomEvent("cart"), new Input.UrlLoaded("https://y.example/"))) {
      talk.input(unknown);

      assertThat(talk.leg().told().events()).hasSize(1);
      assertThat(talk.told(Event.Received.class)).hasSize(1);
      assertThat(talk.leg().told().source()).isNull();
      assertThat(talk.session().at().stepId()).isEqualTo("cart1");
    }
  }

  @Test
  void aClickBringsItsValues() {
    Value.Obj values = Value.Obj.of("size", Value.of("L"));
    Talk talk = new Talk(BOT).input(new Input.GoTo(new Target.ToStory("shop"), "Shop", values));

    assertThat(talk.said()).containsExactly("shop");
    assertThat(talk.value("size")).isEqualTo("L");
  }

  @Test
  void aClickMayEndTheSession() {
    Talk talk = new Talk(BOT).input(new Input.CustomEvent("CART")).click(new Target.ToEnd());

    assertThat(talk.state.holder())
        .isInstanceOfSatisfying(
            Holder.Nobody.class, nobody -> assertThat(nobody.why()).isEqualTo(Holder.Why.ENDED));
    assertThat(talk.told(Event.SessionEnded.class)).hasSize(1);
  }

  @Test
  void aFaceLeadsToItsTargetOrIsOnlyReceived() {
    Talk talk = new Talk(BOT);

    assertThat(talk.input(new Input.SatisfactionGiven("good", new Target.ToStep("shop1"))).said())
        .containsExactly("shop");
    assertThat(talk.input(new Input.SatisfactionGiven("bad", null)).said()).isEmpty();
    assertThat(talk.input(new Input.SatisfactionGiven("bad", new Target.ToStep("gone"))).said())
        .isEmpty();
    assertThat(talk.told(Event.Received.class)).hasSize(1);
  }
}
