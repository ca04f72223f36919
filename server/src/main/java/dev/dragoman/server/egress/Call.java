package dev.dragoman.server.egress;

import java.util.ArrayList;
import java.util.List;

/// One outbound call: made once, never repeated, never redirected.
///
/// Holds the array it is given, which must not change afterwards.
public final class Call {

  private final String method;
  private final String url;
  private final List<Header> headers;
  private final byte[] body;
  private final CallLimits limits;

  private Call(String method, String url, List<Header> headers, byte[] body, CallLimits limits) {
    this.method = method;
    this.url = url;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.limits = limits;
  }

  /// A POST of `body`; its `Content-Type` is a header like any other.
  public static Call post(String url, byte[] body, CallLimits limits) {
    return new Call("POST", url, List.of(), body, limits);
  }

  /// A GET.
  public static Call get(String url, CallLimits limits) {
    return new Call("GET", url, List.of(), new byte[0], limits);
  }

  /// This call by another method, like `PUT`.
  public Call by(String otherMethod) {
    return new Call(otherMethod, url, headers, body, limits);
  }

  /// This call with one more header.
  public Call with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Call(method, url, more, body, limits);
  }

  public String method() {
    return method;
  }

  public String url() {
    return url;
  }

  public List<Header> headers() {
    return headers;
  }

  public CallLimits limits() {
    return limits;
  }

  Call within(EgressLimits.PerCall bounds) {
    return new Call(method, url, headers, body, limits.within(bounds));
  }

  byte[] body() {
    return body;
  }
}
