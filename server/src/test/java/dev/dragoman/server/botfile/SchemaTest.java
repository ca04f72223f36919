package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.shape.SchemaWriter;
import dev.dragoman.server.botfile.shape.Shape;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaTest {
  @Test
  void the_published_schema_is_the_one_the_reader_keeps_to() throws IOException {
    assertThat(Files.readString(Repository.root().resolve("docs/bot.schema.json")))
        .as("print it again with: dragoman bot schema > docs/bot.schema.json")
        .isEqualTo(Json.pretty(SchemaWriter.bot()));
    assertThat(Files.readString(Repository.root().resolve("docs/bot-tests.schema.json")))
        .as("print it again with: dragoman bot schema --tests > docs/bot-tests.schema.json")
        .isEqualTo(Json.pretty(SchemaWriter.tests()));
  }

  @Test
  void every_key_of_the_reader_is_in_the_schema_and_no_other() {
    Value.Obj definitions = (Value.Obj) SchemaWriter.bot().get("$defs");
    for (Shape shape : Shapes.all()) {
      Value.Obj definition =
          shape.name().equals("bot")
              ? (Value.Obj) definitions.get("bot")
              : (Value.Obj) definitions.get(shape.name());
      Value.Obj properties = (Value.Obj) definition.get("properties");
      assertThat(properties.members().keySet()).isEqualTo(shape.keys().keySet());
    }
  }

  @Test
  void the_schema_refuses_what_the_reader_refuses() {
    assertThat(SchemaCheck.ofBot().errors(Yaml.value("bot: a\nstory: {}\n"))).isNotEmpty();
    assertThat(
            SchemaCheck.ofBot()
                .errors(Yaml.value("bot: a\nstories: { s: { steps: { o: { sy: x } } } }\n")))
        .isNotEmpty();
  }
}
