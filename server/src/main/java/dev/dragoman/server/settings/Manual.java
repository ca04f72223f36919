package dev.dragoman.server.settings;

import java.util.List;
import java.util.stream.Collectors;

/// What the table of settings looks like to people: the manual page and the sample file.
public final class Manual {
  private Manual() {}

  /// `docs/SETTINGS.md`.
  public static String page() {
    return PREFACE + sections().stream().map(Manual::section).collect(Collectors.joining("\n"));
  }

  /// `docs/dragoman.yaml`: every setting with its default.
  public static String sample() {
    return "# Every setting with its default; keep only what you change. See SETTINGS.md.\n"
        + sections().stream().map(Manual::sampleSection).collect(Collectors.joining());
  }

  private static final String PREFACE =
      """
      # Settings

      *Made from the program's own table of settings by `./dragoman settings`; a test keeps it true.*

      A setting can be given in four places. The first that has it counts:

      1. a flag: `--http.port 8080` (short: `--host`, `--port`, `--data`, `--demo`),
      2. an environment variable: `DRAGOMAN_HTTP_PORT=8080`,
      3. the file `dragoman.yaml` in the current directory, or the one that `--config` or
         `DRAGOMAN_CONFIG` names ([a sample with every default](dragoman.yaml)),
      4. the default below.

      A relative path starts from the directory of the file it stands in; in a flag or a variable, from
      the current directory. An unknown or wrong setting stops the start with exit code 2 and its name.
      `DRAGOMAN_JAVA_OPTIONS` holds further options of the Java machine.

      """;

  private static List<String> sections() {
    return Table.ALL.stream().map(Setting::section).distinct().toList();
  }

  private static List<Setting<?>> of(String section) {
    return Table.ALL.stream().filter(setting -> setting.section().equals(section)).toList();
  }

  private static String section(String section) {
    String rows = of(section).stream().map(Manual::row).collect(Collectors.joining());
    return """
        ## %s

        | setting | variable | allowed | default | |
        |---|---|---|---|---|
        %s"""
        .formatted(section, rows);
  }

  private static String row(Setting<?> setting) {
    String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
    return "| `%s` | `%s` | %s | %s | %s |\n"
        .formatted(
            setting.key(),
            setting.variable(),
            setting.kind().allowed(),
            standard,
            setting.meaning());
  }

  private static String sampleSection(String section) {
    String lines = of(section).stream().map(Manual::sampleLine).collect(Collectors.joining());
    int dot = section.indexOf('.');
    if (dot < 0) {
      return "\n%s:\n".formatted(section) + lines;
    }
    String parent = section.substring(0, dot);
    boolean first =
        sections().stream()
            .filter(one -> one.startsWith(parent))
            .findFirst()
            .filter(section::equals)
            .isPresent();
    String own = "%s:\n".formatted(section.substring(dot + 1)) + lines;
    return (first ? "\n%s:\n".formatted(parent) : "") + own.indent(2);
  }

  private static String sampleLine(Setting<?> setting) {
    String value = setting.standard().isEmpty() ? "\"\"" : setting.standard();
    return "  # %s\n  %s: %s\n".formatted(setting.meaning(), setting.name(), value);
  }
}
