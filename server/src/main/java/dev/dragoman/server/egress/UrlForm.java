package dev.dragoman.server.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Reads a URL by hand up to its path, because the parsers of the world disagree exactly where an
/// attacker needs them to: at-signs, backslashes, white space and odd hosts.
final class UrlForm {

  private static final int LENGTH_MAX = 2_048;

  private UrlForm() {}

  static URI read(String url) throws RefusedUrl {
    requireCleanCharacters(url);
    int colon = url.indexOf("://");
    var scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new RefusedUrl("only http:// and https:// URLs are called");
    }
    int start = colon + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    var authority = url.substring(start, end);
    var rest = url.substring(end);
    if (authority.indexOf('@') >= 0) {
      throw new RefusedUrl("the URL holds credentials; give them as a header");
    }
    if (rest.indexOf('#') >= 0) {
      throw new RefusedUrl("the URL holds a fragment (#), which is never sent");
    }
    return assemble(scheme + "://" + authority(authority), rest);
  }

  private static void requireCleanCharacters(String url) throws RefusedUrl {
    if (url.isEmpty() || url.length() > LENGTH_MAX) {
      throw new RefusedUrl("a URL has 1 to " + LENGTH_MAX + " characters");
    }
    boolean unclean =
        url.codePoints()
            .anyMatch(
                c ->
                    c == '\\'
                        || Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    if (unclean) {
      throw new RefusedUrl(
          "the URL holds a space, a line break, a control character or a backslash");
    }
  }

  /// The host in its one form, and the port if it is not the usual one.
  private static String authority(String authority) throws RefusedUrl {
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', Math.max(0, bracket));
    var host = colon < 0 ? authority : authority.substring(0, colon);
    var read = HostForm.read(host);
    return colon < 0 ? read : read + ":" + port(authority.substring(colon + 1));
  }

  private static int port(String text) throws RefusedUrl {
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65535) {
      throw new RefusedUrl("the port of the URL is not a number from 1 to 65535");
    }
    return Integer.parseInt(text);
  }

  private static URI assemble(String origin, String rest) throws RefusedUrl {
    if (!rest.chars().allMatch(c -> c < 0x7F)) {
      throw new RefusedUrl("the path or query of the URL is not ASCII: percent-encode it");
    }
    try {
      var uri = new URI(origin + (rest.startsWith("/") ? rest : "/" + rest));
      // Java's own reading of the host must be ours, since it is what will be dialled.
      if (uri.getHost() == null) {
        throw new RefusedUrl("the host of the URL is not a valid name");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new RefusedUrl("the path or query of the URL is not valid: percent-encode it", e);
    }
  }
}
