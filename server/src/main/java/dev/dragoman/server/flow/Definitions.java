package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.yaml.Source;
import java.util.ArrayList;
import java.util.List;

/// The stored form of a version's definition: its files by name, as they were given.
public final class Definitions {
  private Definitions() {}

  /// The files as bytes.
  public static byte[] pack(List<Source> files) {
    ObjBuilder packed = Value.Obj.builder();
    files.forEach(file -> packed.put(file.name(), file.text()));
    return Pack.pack(packed.build());
  }

  /// The files of stored bytes.
  public static List<Source> files(byte[] definition) {
    List<Source> files = new ArrayList<>();
    if (Pack.value(definition) instanceof Value.Obj packed) {
      packed
          .members()
          .forEach(
              (name, text) -> {
                if (text instanceof Value.Text(var content)) {
                  files.add(new Source(name, content));
                }
              });
    }
    return files;
  }

  /// The bot of a stored version; throws `IllegalStateException` when this server cannot read what
  /// an earlier one published.
  public static Bot read(byte[] definition, int version) {
    BotDraft draft = BotFile.read(files(definition));
    return draft
        .bot(version)
        .orElseThrow(
            () -> new IllegalStateException("a published bot has defects: " + draft.defects()));
  }
}
