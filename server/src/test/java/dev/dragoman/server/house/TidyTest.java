package dev.dragoman.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the sources as text and holds the walls of docs/STYLE.md.
class TidyTest {
  private static final Path ROOT = root();
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 60;
  private static final int DOC_COLUMNS = 100;
  private static final Pattern BAD_NAME =
      Pattern.compile(".*(Manager|Util|Utils|Helper|Impl|Common)\\.java");
  private static final Pattern METHOD =
      Pattern.compile(
          "^  (?:\\S.*)?\\b\\w+\\(.*(?:\\{|,|\\()$|^  (?:public |static |private ).*\\($");
  private static final Pattern DECLARES_TYPE =
      Pattern.compile("\\b(class|record|interface|enum)\\b");
  private static final Pattern DOC_PATH =
      Pattern.compile("`((?:core|server|bench|docs|examples|console|widget)/[\\w./-]+)`");

  /// What may not stand in a main source, and what does it instead.
  private static final Map<String, String> BANNED_EVERYWHERE =
      Map.of(
          "Thread.sleep", "wait for a condition",
          "System.exit(0)", "return from main",
          "printStackTrace", "log it",
          "@Disabled", "mend it or delete it",
          "Mockito", "use the real thing");

  /// What `core` may not know: time, chance and identity come in as arguments.
  private static final Map<String, String> BANNED_IN_CORE =
      Map.of(
          "Instant.now", "Moment",
          "System.currentTimeMillis", "Moment",
          "System.nanoTime", "Moment",
          "LocalDate.now", "Moment",
          "new Random(", "Chance",
          "ThreadLocalRandom", "Chance",
          "Math.random", "Chance",
          "UUID.randomUUID", "Chance",
          "Math.exp(", "StrictMath.exp(",
          "java.util.regex", "Patterns");

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("dragoman"))) {
      here = here.getParent();
    }
    return here;
  }

  @Test
  void noFileIsLongerThanTheWall() {
    List<String> long_ = new ArrayList<>();
    each(
        "src/main/java",
        (path, lines) -> {
          if (lines.size() > FILE_LINES) {
            long_.add(path + " has " + lines.size() + " lines");
          }
        });

    assertThat(long_).isEmpty();
  }

  @Test
  void noMethodIsLongerThanTheWall() {
    List<String> tooLong = new ArrayList<>();
    each("src/main/java", (path, lines) -> longMethods(path, lines, tooLong));

    assertThat(tooLong).isEmpty();
  }

  private static void longMethods(Path path, List<String> lines, List<String> tooLong) {
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (start < 0 && METHOD.matcher(line).find() && !DECLARES_TYPE.matcher(line).find()) {
        start = i;
      }
      boolean member = line.startsWith("  ") && !line.startsWith("   ");
      boolean ends = member && (line.equals("  }") || line.endsWith(";"));
      if (start >= 0 && ends) {
        if (i - start >= METHOD_LINES) {
          tooLong.add(path + ":" + (start + 1) + " runs over " + (i - start + 1) + " lines");
        }
        start = -1;
      }
    }
  }

  @Test
  void documentationFitsTheFormatter() {
    List<String> wide = new ArrayList<>();
    each(
        "src/main/java",
        (path, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith("///") && lines.get(i).length() > DOC_COLUMNS) {
              wide.add(path + ":" + (i + 1));
            }
          }
        });

    assertThat(wide).isEmpty();
  }

  @Test
  void nothingBannedIsUsed() {
    List<String> used = new ArrayList<>();
    each("src/main/java", (path, lines) -> banned(path, lines, BANNED_EVERYWHERE, used));
    each("core/src/main/java", (path, lines) -> banned(path, lines, BANNED_IN_CORE, used));

    assertThat(used).isEmpty();
  }

  private static void banned(
      Path path, List<String> lines, Map<String, String> banned, List<String> used) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("StrictMath.", "");
      boolean code = !line.strip().startsWith("//") && !line.startsWith("import");
      for (Map.Entry<String, String> one : banned.entrySet()) {
        if (code && line.contains(one.getKey())) {
          used.add(path + ":" + (i + 1) + " uses " + one.getKey() + ": " + one.getValue());
        }
      }
    }
  }

  @Test
  void noTestSleepsOrIsSkipped() {
    List<String> used = new ArrayList<>();
    each(
        "src/test/java",
        (path, lines) -> {
          if (!path.endsWith("TidyTest.java")) {
            banned(path, lines, BANNED_EVERYWHERE, used);
          }
        });

    assertThat(used).isEmpty();
  }

  @Test
  void nothingIsCalledByAWordThatSaysNothing() {
    List<String> names = new ArrayList<>();
    each(
        "src/main/java",
        (path, _) -> {
          if (BAD_NAME.matcher(path.toString()).matches()) {
            names.add(path.toString());
          }
        });

    assertThat(names).isEmpty();
  }

  @Test
  void nothingIsLeftToDo() {
    Pattern left = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    List<String> found = new ArrayList<>();
    each(
        "src/",
        (path, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            if (left.matcher(lines.get(i)).find()) {
              found.add(path + ":" + (i + 1));
            }
          }
        });

    assertThat(found).isEmpty();
  }

  @Test
  void everyPackageHasASentenceOverItsDoor() {
    List<String> silent = new ArrayList<>();
    each(
        "src/main/java",
        (path, _) -> {
          if (!Files.exists(path.resolveSibling("package-info.java"))
              && !path.endsWith("module-info.java")) {
            silent.add(path.getParent().toString());
          }
        });

    assertThat(silent).isEmpty();
  }

  @Test
  void everyPathNamedInTheDocsExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      Matcher named = DOC_PATH.matcher(Files.readString(page));
      while (named.find()) {
        if (!Files.exists(ROOT.resolve(named.group(1)))) {
          missing.add(ROOT.relativize(page) + " names " + named.group(1));
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      return Stream.concat(docs, top).filter(path -> path.toString().endsWith(".md")).toList();
    }
  }

  private static void each(String below, BiConsumer<Path, List<String>> reader) {
    for (String module : List.of("core", "server", "bench")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
        for (Path path : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          if (path.toString().contains(below)) {
            reader.accept(path, Files.readAllLines(path));
          }
        }
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
  }
}
