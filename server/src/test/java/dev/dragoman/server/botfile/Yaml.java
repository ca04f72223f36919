package dev.dragoman.server.botfile;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.YamlReader;

/// YAML as a plain value.
final class Yaml {
  private Yaml() {}

  static Value value(String text) {
    Doc doc = YamlReader.read(new Source("t.yaml", text), new Report()).orElseThrow();
    return doc.toValue();
  }
}
