package dev.dragoman.server.botfile.yaml;

/// Where something stands: file, line and column counted from 1, and the path from the top of the
/// document, such as `stories.order.steps.size.do[2]`.
public record Place(String file, int line, int column, String path) {
  /// The same spot under the path of a member.
  public Place member(String name) {
    return new Place(file, line, column, path.isEmpty() ? name : path + "." + name);
  }

  /// `file:line:column`, as editors and terminals understand it.
  public String spot() {
    return file + ":" + line + ":" + column;
  }
}
