package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How an answer came about (contract gptbots §6.7), told from what each leg recorded: a node per
/// leg, below it what was tried and the steps that were entered.
final class LogTree {
  private static final String SUCCESS = "SUCCESS";
  private static final String FAILED = "FAILED";

  private final StepNames names;

  LogTree(StepNames names) {
    this.names = names;
  }

  Value.Obj of(String id, Books.Answered answered) {
    List<Leg> legs = answered.legs();
    boolean settled = legs.getLast().told().settled();
    int steps = 0;
    List<Value> tree = new ArrayList<>();
    for (Leg leg : legs) {
      List<Value> children = children(leg);
      steps += children.size() + 1;
      tree.add(leg(leg, legs.getFirst(), children));
    }
    Value.Obj summary =
        Value.Obj.builder()
            .put("runningStatus", settled ? SUCCESS : "RUNNING")
            .put("totalLatencyMillis", millis(legs.getFirst(), legs.getLast()))
            .put("totalTokens", 0)
            .put("stepCount", steps)
            .put("credit", Value.of(new BigDecimal("0.0")))
            .build();
    return Value.Obj.builder()
        .put("treeData", new Value.List(tree))
        .put("summary", summary)
        .put("msgId", id)
        .put("conversationId", answered.address().conversationId())
        .put("traceId", id)
        .build();
  }

  private static long millis(Leg from, Leg to) {
    return (to.moment().epochNanos() - from.moment().epochNanos()) / Moment.NANOS_PER_MILLI;
  }

  /// One node; what has no words is empty text.
  private record Node(
      String name, String type, String status, @Nullable String input, @Nullable String output) {
    Value.Obj written(long latencyMillis, List<Value> children) {
      ObjBuilder written =
          Value.Obj.builder()
              .put("logComponentName", name)
              .put("logComponentType", type)
              .put("actionName", type)
              .put("runningStatus", status)
              .put("input", input == null ? "" : input)
              .put("output", output == null ? "" : output)
              .put("latencyMillis", latencyMillis)
              .put("inputTokens", 0)
              .put("outputTokens", 0)
              .put("extension", Value.Obj.EMPTY);
      return written.put("children", new Value.List(children)).build();
    }

    Value.Obj leaf() {
      return written(0, List.of());
    }
  }

  private Value leg(Leg leg, Leg first, List<Value> children) {
    String said = ReplyForm.text(new FlowOutput(names).of(leg));
    String heard = leg.heard() instanceof Input.Text text ? text.text() : "";
    String status = leg.told().settled() ? SUCCESS : "RUNNING";
    return new Node(leg.input().getClass().getSimpleName(), "Input", status, heard, said)
        .written(millis(first, leg), children);
  }

  private List<Value> children(Leg leg) {
    List<Value> children = new ArrayList<>();
    leg.told().why().tried().forEach(tried -> children.add(tried(tried)));
    for (Event event : leg.told().events()) {
      if (event instanceof Event.StepEntered(var id)) {
        String name = names.of(leg.facts().publishedVersion(), id).orElse(id);
        children.add(new Node(name, "Step", SUCCESS, "", "").leaf());
      }
    }
    return children;
  }

  private static Value tried(Why.Tried tried) {
    return switch (tried) {
      case Why.Tried.Detection detection -> detection(detection);
      case Why.Tried.ArrowTested(var of, int index, boolean taken) ->
          new Node(of.name() + " " + (index + 1), "Branch", SUCCESS, "", taken ? "true" : "false")
              .leaf();
      case Why.Tried.AnswerTested(var answer, var rule, _) ->
          new Node(rule, "Answer", SUCCESS, "", answer).leaf();
      case Why.Tried.HookTried(_, var record, boolean used) -> hook(record, used);
      case Why.Tried.FellBack(var level) ->
          new Node(level.name(), "Fallback", SUCCESS, "", "").leaf();
      case Why.Tried.LanguageChanged(var from, var to) ->
          new Node("language", "Language", SUCCESS, from, to).leaf();
      case Why.Tried.BudgetReached(var limit) -> new Node(limit, "Limit", FAILED, "", "").leaf();
    };
  }

  private static Value detection(Why.Tried.Detection detection) {
    String accepted =
        detection.results().stream()
            .filter(result -> result.intentId().equals(detection.accepted()))
            .map(Why.Result::name)
            .findFirst()
            .orElse("");
    String rule = detection.rule().name().toLowerCase(Locale.ROOT);
    return new Node(rule, "Intent", SUCCESS, detection.query(), accepted).leaf();
  }

  private static Value hook(HookRecord record, boolean used) {
    String answer = record.response() == null ? record.error() : record.response().body();
    return new Node(record.url(), "Webhook", used ? SUCCESS : FAILED, record.requestBody(), answer)
        .written(record.millis(), List.of());
  }
}
