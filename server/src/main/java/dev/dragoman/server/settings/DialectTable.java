package dev.dragoman.server.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What every dialect has of settings: the names it is reached by and who may call it from a page.
///
/// @param name its prefix without the slash
record DialectTable(String name, Setting<List<String>> hosts, Setting<List<String>> cors) {
  /// The sections of the file that stand below `dialects`.
  static final String PARENT = "dialects";

  private static final String PAGES =
      "Origins whose web pages may call it, such as https://shop.example; * for all.";

  static final List<DialectTable> DIALECTS =
      Stream.of("clustaar", "treble", "aivo", "gptbots").map(DialectTable::of).toList();

  static final Setting<List<String>> API_CORS =
      new Setting<>("api", "cors", Kind.origins(), "", PAGES);

  private static DialectTable of(String name) {
    String section = PARENT + "." + name;
    return new DialectTable(
        name,
        new Setting<>(
            section,
            "hosts",
            Kind.hosts(),
            "",
            "Host names at whose root this dialect answers, as its vendor's do."),
        new Setting<>(section, "cors", Kind.origins(), "", PAGES));
  }

  /// All settings, those of dialects and of the API last.
  static List<Setting<?>> after(List<Setting<?>> others) {
    List<Setting<?>> all = new ArrayList<>(others);
    DIALECTS.forEach(
        one -> {
          all.add(one.hosts());
          all.add(one.cors());
        });
    all.add(API_CORS);
    return List.copyOf(all);
  }

  /// A name leads to one dialect.
  static void compare(List<Settings.Dialect> dialects, List<String> problems) {
    Map<String, String> owners = new HashMap<>();
    for (Settings.Dialect dialect : dialects) {
      for (String host : dialect.hosts()) {
        String other = owners.putIfAbsent(host, dialect.name());
        if (other != null && !other.equals(dialect.name())) {
          problems.add(
              "dialects.%s.hosts and dialects.%s.hosts must not share %s"
                  .formatted(other, dialect.name(), host));
        }
      }
    }
  }
}
