package dev.dragoman.server.channel;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.store.Files;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// `/files/{token}`: a file for whoever has its link. Anything else is 404, whatever is wrong.
///
/// What a contact sends is never run here: only pictures, sound, film and PDF keep their type, the
/// rest is a download.
public final class FileDoor {
  private static final Pattern SHOWN =
      Pattern.compile(
          "(image/(png|jpeg|gif|webp)|audio/[a-z0-9.+-]+|video/[a-z0-9.+-]+|application/pdf)");
  private static final String DOWNLOAD = "application/octet-stream";

  private final Files files;
  private final FileLinks links;

  private FileDoor(Files files, FileLinks links) {
    this.files = files;
    this.links = links;
  }

  /// The door.
  public static Door open(Files files, FileLinks links) {
    FileDoor door = new FileDoor(files, links);
    return new Door(
        FileLinks.PREFIX, List.of(Route.get("/{token}", door::show)), FileDoor::problem);
  }

  private static Response problem(Problem problem) {
    return plain(problem.status());
  }

  private static Response plain(int status) {
    return Response.of(status, "text/plain; charset=utf-8", "".getBytes(StandardCharsets.UTF_8));
  }

  private Response show(Request request) {
    return links
        .open(request.place("token"))
        .flatMap(
            opened ->
                files.find(opened.workspace(), opened.id()).map(told -> whole(opened, told.head())))
        .orElseGet(() -> plain(404));
  }

  private Response whole(FileLinks.Opened opened, Value.Obj head) {
    String type = String.valueOf(head.text("mimeType")).toLowerCase(Locale.ROOT);
    String bare = type.split(";", 2)[0].strip();
    boolean shown = SHOWN.matcher(bare).matches();
    Response file =
        Response.of(200, shown ? bare : DOWNLOAD, files.content(opened.workspace(), opened.id()));
    Response safe =
        file.with("X-Content-Type-Options", "nosniff")
            .with("Content-Security-Policy", "sandbox; default-src 'none'")
            .with("Cache-Control", "private, max-age=3600");
    return shown ? safe : safe.with("Content-Disposition", "attachment");
  }
}
