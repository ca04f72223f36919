package dev.dragoman.server.http;

/// A method, a path with `{name}` places below the door's prefix, and who answers.
///
/// @param reads what kind of body it takes
public record Route(String method, String path, Body reads, Handler handler) {
  /// A body a route takes, and how large; [#USUAL] bytes are as many as the server is set to take.
  public record Body(boolean json, int limitBytes) {
    /// The limit of a route that has none of its own.
    public static final int USUAL = 0;

    /// JSON within the usual limit; an absent content type counts as JSON.
    public static final Body JSON = new Body(true, USUAL);

    /// Whatever comes, within the usual limit.
    public static final Body ANY = new Body(false, USUAL);

    int limitBytes(int usualBytes) {
      return limitBytes == USUAL ? usualBytes : limitBytes;
    }
  }

  /// A route that reads nothing.
  public static Route get(String path, Handler handler) {
    return new Route("GET", path, Body.ANY, handler);
  }

  /// A route that reads JSON.
  public static Route post(String path, Handler handler) {
    return new Route("POST", path, Body.JSON, handler);
  }

  /// A route that reads JSON.
  public static Route put(String path, Handler handler) {
    return new Route("PUT", path, Body.JSON, handler);
  }

  /// A route that reads nothing.
  public static Route delete(String path, Handler handler) {
    return new Route("DELETE", path, Body.ANY, handler);
  }
}
