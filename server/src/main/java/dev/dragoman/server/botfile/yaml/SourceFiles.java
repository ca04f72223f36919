package dev.dragoman.server.botfile.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds and reads the files of a folder.
public final class SourceFiles {
  private static final int MOST_FILES = 200;

  private SourceFiles() {}

  /// The YAML files directly in a folder by name, or the one file that is named.
  public static List<Path> find(Path folderOrFile, Report report) {
    if (Files.isRegularFile(folderOrFile)) {
      return List.of(folderOrFile);
    }
    try (Stream<Path> listed = Files.list(folderOrFile)) {
      List<Path> files = listed.filter(SourceFiles::isYaml).sorted().limit(MOST_FILES).toList();
      if (files.isEmpty()) {
        report.add(at(folderOrFile), "file-missing", "holds no .yaml file");
      }
      return files;
    } catch (IOException unreadable) {
      report.add(at(folderOrFile), "file-unreadable", "cannot be read: it is no file nor folder");
      return List.of();
    }
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }

  /// The texts of these files; `base` is left away from their names.
  public static List<Source> read(List<Path> files, Path base, Report report) {
    List<Source> sources = new ArrayList<>();
    files.forEach(file -> read(file, base, report).ifPresent(sources::add));
    return sources;
  }

  private static Optional<Source> read(Path file, Path base, Report report) {
    String name = Files.isDirectory(base) ? base.relativize(file).toString() : file.toString();
    Place top = new Place(name, 1, 1, "");
    try {
      if (Files.size(file) > Source.MAX_BYTES) {
        report.add(top, "file-too-large", "is larger than " + Source.MAX_BYTES + " bytes");
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return Optional.of(
          new Source(name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()));
    } catch (CharacterCodingException notText) {
      report.add(top, "file-not-utf8", "is not UTF-8 text");
    } catch (IOException unreadable) {
      report.add(top, "file-unreadable", "cannot be read");
    }
    return Optional.empty();
  }

  private static Place at(Path file) {
    return new Place(file.toString(), 1, 1, "");
  }
}
