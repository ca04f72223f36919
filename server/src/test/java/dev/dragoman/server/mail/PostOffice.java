package dev.dragoman.server.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A mail server on a real socket, as small as SMTP lets it be: writes down what it is told.
final class PostOffice implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final ServerSocket server;
  private final Function<String, String> replies;
  private final List<String> mails = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();

  /// @param replies what to answer to a command or, with `.`, to a mail; empty for the usual
  PostOffice(Function<String, String> replies) throws IOException {
    this.replies = replies;
    this.server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        Writer out = writer(socket)) {
      say(out, "220 post.example ESMTP");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        note(commands, line);
        String usual =
            switch (verb) {
              case "EHLO" -> "250-post.example\r\n250-8BITMIME\r\n250 AUTH PLAIN";
              case "AUTH" -> "235 come in";
              case "DATA" -> "354 go on";
              case "QUIT" -> "221 bye";
              default -> "250 fine";
            };
        String told = replies.apply(line);
        say(out, told.isEmpty() ? usual : told);
        if (verb.equals("DATA") && told.isEmpty()) {
          String mail = data(in);
          String verdict = replies.apply(".");
          note(mails, mail);
          say(out, verdict.isEmpty() ? "250 2.0.0 kept" : verdict);
        }
      }
    } catch (IOException gone) {
      // The other side went away: so do we.
    }
  }

  private static Writer writer(Socket socket) throws IOException {
    return new java.io.OutputStreamWriter(socket.getOutputStream(), UTF_8);
  }

  private static void say(Writer out, String reply) throws IOException {
    out.write(reply + "\r\n");
    out.flush();
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    return mail.toString();
  }

  private void note(List<String> book, String entry) {
    synchronized (mails) {
      book.add(entry);
      mails.notifyAll();
    }
  }

  List<String> commands() {
    synchronized (mails) {
      return List.copyOf(commands);
    }
  }

  /// Waits for so many mails, refused ones included.
  List<String> atLeast(int count) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (mails) {
      while (mails.size() < count) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("still waiting for " + count + " mails; got " + mails);
        }
        try {
          mails.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError(e);
        }
      }
      return List.copyOf(mails);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
