package dev.dragoman.core.check;

import java.util.List;

/// Something proved about a bot that its author should know. Immutable.
///
/// @param message one sentence for the author
/// @param counterExample the shortest way to see it: what the contact does and which steps are
///     entered (`order/size`), in order; empty where no way can show it
public record Finding(
    Kind kind, Severity severity, Spot spot, String message, List<String> counterExample) {
  /// Copies the list.
  public Finding {
    counterExample = List.copyOf(counterExample);
  }

  static Finding error(Kind kind, Spot spot, String message, List<String> counterExample) {
    return new Finding(kind, Severity.ERROR, spot, message, counterExample);
  }

  static Finding warning(Kind kind, Spot spot, String message, List<String> counterExample) {
    return new Finding(kind, Severity.WARNING, spot, message, counterExample);
  }

  /// Whether a bot may be published with it.
  public enum Severity {
    /// The bot does something nobody can have meant.
    ERROR,
    /// The bot may do something its author did not mean.
    WARNING
  }

  /// What was found; `code` is a stable word for programs.
  public enum Kind {
    UNREACHABLE_STEP("unreachable-step"),
    DEAD_END("dead-end"),
    LOOP_WITHOUT_INPUT("loop-without-input"),
    UNSET_VALUE("unset-value"),
    STOLEN_SENTENCE("stolen-sentence"),
    LABEL_TOO_LONG("label-too-long"),
    MISSING_TRANSLATION("missing-translation"),
    REFUSED_PATTERN("refused-pattern"),
    UNREACHED_HOOK("unreached-hook"),
    NOT_SENT("not-sent");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /// The stable word.
    public String code() {
      return code;
    }
  }
}
