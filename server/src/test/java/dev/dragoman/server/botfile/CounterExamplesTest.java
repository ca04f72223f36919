package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.botfile.check.BotRemarks;
import dev.dragoman.server.botfile.check.Remark;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.LearntEar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays the counter-examples of the check with the real engine: the steps it tells are entered, in
/// its order. So what the check believes about a bot is what the engine does with it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CounterExamplesTest {
  private static final Place NOWHERE = new Place("", 1, 1, "");
  private static final Value.Obj VIP = Value.Obj.of("vip", Value.of("yes"));
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  static Stream<Arguments> bots() {
    return Stream.of("dead-end", "loop-without-input", "unset-value", "unreached-hook")
        .flatMap(
            code ->
                IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> Arguments.of(code, "bad-" + number)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("bots")
  void the_engine_goes_the_way_that_is_told(String code, String name) throws IOException {
    BotDraft draft = BotFile.read(List.of(new Source("bot.yaml", text(code, name))));
    Bot bot = draft.bot().orElseThrow();
    List<String> told =
        BotRemarks.of(draft).stream()
            .filter(remark -> remark.defect().code().equals(code))
            .map(Remark::counterExample)
            .findFirst()
            .orElseThrow();
    List<String> steps = told.stream().filter(one -> one.contains("/")).toList();

    assertThat(steps).isNotEmpty();
    assertThat(entered(bot, told)).startsWith(steps.toArray(String[]::new));
  }

  private static String text(String code, String name) throws IOException {
    String path = "/checks/" + code + "/" + name + ".yaml";
    try (InputStream in = CounterExamplesTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The steps the engine enters when the contact does what is told.
  private static List<String> entered(Bot bot, List<String> told) {
    List<String> entered = new ArrayList<>();
    Engine engine = new Engine(bot, new Re2Patterns());
    Decider watched =
        (before, turnId, input, moment, facts) -> {
          Decision decision = engine.decide(before, turnId, input, moment, facts);
          if (decision instanceof Decision.Decided decided) {
            decided.leg().told().events().forEach(event -> note(event, bot, entered));
          }
          return decision;
        };
    var setting =
        new Transcript.Setting(
            VIP, Value.Obj.EMPTY, true, false, LocalDateTime.of(2026, 11, 20, 12, 0));
    Player player = new Player(bot, new LearntEar(bot), new Stage(bot, watched, setting));
    List<Transcript.Line> lines = new ArrayList<>();
    for (String one : told) {
      happening(one)
          .ifPresent(
              happening -> {
                lines.add(new Transcript.Line(NOWHERE, happening));
                lines.add(new Transcript.Line(NOWHERE, new Transcript.Skip()));
              });
    }
    assertThat(player.play(new Transcript("told", NOWHERE, setting, lines))).isEmpty();
    return entered;
  }

  private static void note(Event event, Bot bot, List<String> entered) {
    if (event instanceof Event.StepEntered(var stepId)) {
      Bot.Place place = bot.place(stepId).orElseThrow();
      entered.add(place.story().name() + "/" + place.step().name());
    }
  }

  private static Optional<Transcript.Happening> happening(String told) {
    int open = told.indexOf('"');
    String quoted = open < 0 ? "whatever" : told.substring(open + 1, told.length() - 1);
    if (told.startsWith("the contact clicks")) {
      return Optional.of(new Transcript.Click(quoted));
    }
    if (told.equals("the contact is silent")) {
      return Optional.of(new Transcript.Waits(DAY_MILLIS));
    }
    return told.startsWith("the contact ")
        ? Optional.of(new Transcript.User(quoted))
        : Optional.empty();
  }
}
