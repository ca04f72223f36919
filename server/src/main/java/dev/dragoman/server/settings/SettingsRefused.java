package dev.dragoman.server.settings;

import java.util.List;

/// Settings that cannot be meant; the start stops before anything is touched.
public final class SettingsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SettingsRefused(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// One sentence per wrong setting, with its name and what is allowed.
  public List<String> problems() {
    return problems;
  }
}
