package dev.dragoman.server.botfile.check;

import dev.dragoman.core.check.Finding.Severity;
import dev.dragoman.server.botfile.yaml.Defect;
import java.util.List;

/// Something an author should know about a bot's files. Immutable.
///
/// @param counterExample the shortest way to see it, what the contact does and which steps are
///     entered; empty for what is wrong with the file itself
public record Remark(Defect defect, Severity severity, List<String> counterExample) {
  /// Copies the list.
  public Remark {
    counterExample = List.copyOf(counterExample);
  }

  /// Whether a bot may not be published with it.
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// The defect on one line, then the counter-example, one step a line.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(isError() ? "" : "warning: ").append(defect);
    for (int i = 0; i < counterExample.size(); i++) {
      text.append("\n    ").append(i + 1).append(". ").append(counterExample.get(i));
    }
    return text.toString();
  }
}
