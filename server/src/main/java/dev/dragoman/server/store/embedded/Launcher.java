package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How PostgreSQL's programs are started here: as whom, and tied to this process or not.
///
/// PostgreSQL refuses to run as root. A root Dragoman therefore lowers it to an unprivileged
/// account; where that account cannot reach the data (`/root/…`), it hides root from it in a user
/// namespace.
///
/// @param account who has to own the cluster's files
/// @param prefix the command words that come before a program's own
/// @param bound command words that make the child end when the thread that started it ends
record Launcher(Account account, List<String> prefix, List<String> bound) {
  Launcher {
    prefix = List.copyOf(prefix);
    bound = List.copyOf(bound);
  }

  /// Chooses the way that works for this data directory.
  ///
  /// @throws StartRefused when running as root and no way works
  static Launcher choose(Path data, Path cluster, Binaries binaries) throws IOException {
    Optional<Path> setpriv = Tools.find("setpriv");
    List<String> bound = bound(setpriv);
    Account self = Account.current();
    if (!self.isRoot()) {
      return new Launcher(self, List.of(), bound);
    }
    if (setpriv.isPresent()) {
      Account account = Account.unprivileged(data, cluster);
      Launcher lowered = new Launcher(account, lowering(setpriv.get(), account), bound);
      if (lowered.reaches(data, binaries)) {
        return lowered;
      }
    }
    Optional<Path> unshare = Tools.find("unshare");
    if (unshare.isPresent()) {
      List<String> words = List.of(unshare.get().toString(), "--user", "--");
      Launcher hidden = new Launcher(self, words, bound);
      if (hidden.reaches(data, binaries)) {
        return hidden;
      }
    }
    throw new StartRefused(
        "PostgreSQL refuses to run as root, and no other account can reach "
            + data
            + ": start Dragoman as an ordinary user, or put the data where others may pass through"
            + " (chmod o+x on each parent directory)");
  }

  /// The command line for a program that is to stay, in a session of its own (so that Ctrl-C in a
  /// terminal reaches Dragoman alone, which then stops it last).
  List<String> daemon(boolean endsWithParent, List<String> command) {
    List<String> words = new ArrayList<>(ownSession());
    words.addAll(prefix);
    if (endsWithParent) {
      words.addAll(bound);
    }
    words.addAll(command);
    return words;
  }

  /// The command line for a program that is run to its end, but not beyond this process's.
  List<String> bounded(List<String> command) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(bound);
    words.addAll(command);
    return words;
  }

  private List<String> command(List<String> command) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(command);
    return words;
  }

  private boolean reaches(Path data, Binaries binaries) throws IOException {
    String test = "test -x \"$1\" && test -x \"$2\" && test \"$(id -u)\" != 0";
    Path program = binaries.program("postgres");
    List<String> words = List.of("/bin/sh", "-c", test, "sh", data.toString(), program.toString());
    return Tools.run(command(words)).succeeded();
  }

  private static List<String> lowering(Path setpriv, Account account) {
    return List.of(
        setpriv.toString(),
        "--reuid=" + account.uid(),
        "--regid=" + account.gid(),
        "--clear-groups",
        "--inh-caps=-all",
        "--bounding-set=-all");
  }

  // The kernel sends the signal when the *thread* that started the child ends; the supervisor's
  // thread lives as long as the process does. SIGINT is PostgreSQL's fast shutdown.
  private static List<String> bound(Optional<Path> setpriv) throws IOException {
    if (setpriv.isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(setpriv.get().toString(), "--pdeathsig", "INT");
    List<String> probe = new ArrayList<>(words);
    probe.add("true");
    return Tools.run(probe).succeeded() ? words : List.of();
  }

  private static List<String> ownSession() {
    Optional<Path> setsid = Tools.find("setsid");
    if (setsid.isPresent()) {
      return List.of(setsid.get().toString());
    }
    // macOS has no setsid program, but brings Perl.
    Path perl = Path.of("/usr/bin/perl");
    return Files.isExecutable(perl)
        ? List.of(perl.toString(), "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die", "--")
        : List.of();
  }
}
