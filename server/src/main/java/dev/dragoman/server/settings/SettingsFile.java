package dev.dragoman.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/// Reads `dragoman.yaml`: sections of names with values; those of dialects stand together below
// one.
final class SettingsFile {
  private SettingsFile() {}

  /// What a file says.
  ///
  /// @param values texts by `section.name`; a list is joined with commas
  /// @param problems what is not of that form
  record Content(Map<String, String> values, List<String> problems) {}

  static Content read(Path file) {
    Content content = new Content(new LinkedHashMap<>(), new ArrayList<>());
    try {
      LoadSettings form =
          LoadSettings.builder()
              .setLabel(file.getFileName().toString())
              .setSchema(new AsWritten())
              .setAllowDuplicateKeys(false)
              .build();
      sections(new Load(form).loadFromString(Files.readString(file)), file, content);
    } catch (NoSuchFileException e) {
      content.problems.add("There is no file " + file);
    } catch (IOException e) {
      content.problems.add("%s cannot be read: %s".formatted(file, e.getMessage()));
    } catch (YamlEngineException e) {
      content.problems.add("%s is not YAML: %s".formatted(file, e.getMessage()));
    }
    return content;
  }

  /// Keeps every scalar as it was written: 0x1F stays 0x1F, no stays no, nothing is empty.
  private record AsWritten() implements Schema {
    @Override
    public ScalarResolver getScalarResolver() {
      return (value, implicit) -> Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
      return Map.of();
    }
  }

  private static void sections(@Nullable Object root, Path file, Content content) {
    if (isEmpty(root)) {
      return;
    }
    if (!(root instanceof Map<?, ?> sections)) {
      content.problems.add(file + " must consist of sections like \"http:\"");
      return;
    }
    sections.forEach(
        (section, names) -> {
          if (names instanceof Map<?, ?> inner && section.equals(DialectTable.PARENT)) {
            Map<Object, Object> below = new LinkedHashMap<>();
            inner.forEach((name, value) -> below.put(section + "." + name, value));
            sections(below, file, content);
          } else if (names instanceof Map<?, ?> map) {
            map.forEach((name, value) -> value(section + "." + name, value, content));
          } else if (!isEmpty(names)) {
            content.problems.add(
                "%s in %s must be a section with names below it"
                    .formatted(section, file.getFileName()));
          }
        });
  }

  private static void value(String key, @Nullable Object value, Content content) {
    switch (value) {
      case null -> content.values.put(key, "");
      case String text -> content.values.put(key, text);
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          content.values.put(
              key, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
      case Object other -> content.problems.add(key + " must be one value or a list of values");
    }
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("");
  }
}
