package dev.dragoman.server.app;

import dev.dragoman.server.botfile.shape.SchemaWriter;
import dev.dragoman.server.json.Json;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `dragoman bot schema`: prints the JSON Schema that editors complete bot files with.
@Command(name = "schema", description = "Prints the JSON Schema of bot files.")
final class BotSchemaCommand implements Callable<Integer> {
  @Option(names = "--tests", description = "Print the schema of conversation tests instead.")
  private boolean tests;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    String schema = Json.pretty(tests ? SchemaWriter.tests() : SchemaWriter.bot());
    Printing.out(spec).print(schema);
    Printing.out(spec).flush();
    return 0;
  }
}
