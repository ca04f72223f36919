package dev.dragoman.server.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Gathers what was given where: flags before environment before file.
///
/// @param given what counts, by setting
/// @param problems what no setting is called
record Sources(Map<Setting<?>, Given> given, List<String> problems) {
  private static final String FILE_NAME = "dragoman.yaml";

  static Sources gather(List<String> arguments, Map<String, String> environment, Path directory) {
    Sources sources = new Sources(new HashMap<>(), new ArrayList<>());
    Map<Setting<?>, Given> flags = new HashMap<>();
    Optional<String> named = sources.flags(arguments, directory, flags);
    Map<Setting<?>, Given> variables = sources.variables(environment, directory);
    named
        .or(() -> Optional.ofNullable(environment.get(Table.FILE_VARIABLE)))
        .or(() -> Optional.of(FILE_NAME).filter(name -> Files.exists(directory.resolve(name))))
        .ifPresent(name -> sources.file(directory.resolve(name)));
    sources.given.putAll(variables);
    sources.given.putAll(flags);
    return sources;
  }

  /// Reads the flags, and returns the file that one of them may name.
  private Optional<String> flags(
      List<String> arguments, Path directory, Map<Setting<?>, Given> flags) {
    Optional<String> file = Optional.empty();
    for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
      String word = words.next();
      if (!word.startsWith("--")) {
        problems.add(
            "Unexpected argument \"%s\"; settings are flags like --port 8080".formatted(word));
        continue;
      }
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      Optional<Setting<?>> setting = byFlag(name);
      Optional<String> value =
          equals >= 0
              ? Optional.of(word.substring(equals + 1))
              : setting.filter(Table.DEMO::equals).isPresent()
                  ? Optional.of("true")
                  : Optional.of(words).filter(Iterator::hasNext).map(Iterator::next);
      if (value.isEmpty()) {
        problems.add("--%s needs a value".formatted(name));
      } else if (name.equals(Table.FILE_FLAG)) {
        file = value;
      } else if (setting.isEmpty()) {
        problems.add(unknown("--" + name, "", flagNames()));
      } else {
        flags.put(setting.get(), new Given(value.get(), directory, "--" + name));
      }
    }
    return file;
  }

  private Map<Setting<?>, Given> variables(Map<String, String> environment, Path directory) {
    Map<Setting<?>, Given> found = new HashMap<>();
    List<String> names = Table.ALL.stream().map(Setting::variable).toList();
    new TreeMap<>(environment)
        .forEach(
            (name, text) -> {
              if (names.contains(name)) {
                Setting<?> setting = Table.ALL.get(names.indexOf(name));
                found.put(setting, new Given(text, directory, name));
              } else if (name.startsWith("DRAGOMAN_")
                  && !name.equals(Table.FILE_VARIABLE)
                  && !Table.SCRIPT_VARIABLES.contains(name)) {
                problems.add(unknown(name, "", names));
              }
            });
    return found;
  }

  private void file(Path file) {
    Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    SettingsFile.Content content = SettingsFile.read(file);
    problems.addAll(content.problems());
    List<String> keys = Table.ALL.stream().map(Setting::key).toList();
    content
        .values()
        .forEach(
            (key, text) -> {
              if (keys.contains(key)) {
                given.put(
                    Table.ALL.get(keys.indexOf(key)),
                    new Given(text, base, file.getFileName().toString()));
              } else {
                problems.add(unknown(key, " in " + file.getFileName(), keys));
              }
            });
  }

  private static Optional<Setting<?>> byFlag(String name) {
    return Optional.<Setting<?>>ofNullable(Table.SHORT_FLAGS.get(name))
        .or(() -> Table.ALL.stream().filter(setting -> setting.key().equals(name)).findFirst());
  }

  private static List<String> flagNames() {
    List<String> names = new ArrayList<>(Table.SHORT_FLAGS.keySet().stream().sorted().toList());
    names.add(Table.FILE_FLAG);
    names.addAll(Table.ALL.stream().map(Setting::key).toList());
    return names.stream().map(name -> "--" + name).toList();
  }

  private static String unknown(String name, String place, List<String> known) {
    return "Unknown setting %s%s; did you mean %s? `dragoman settings` lists all"
        .formatted(name, place, Nearest.to(name, known));
  }
}
