package dev.dragoman.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The same description for people: one page without scripts or anything from elsewhere.
final class DocsPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Dragoman API</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc; vertical-align: top }
      code { font: 14px ui-monospace, monospace }
      </style>
      <h1>Dragoman API</h1>
      <p>All paths stand below <code>/api/v1</code>. Send a key as
      <code>Authorization: Bearer KEY</code>; it decides which workspace is seen. Lists are
      <code>{"data": […], "next": cursor or null}</code>: give <code>next</code> as
      <code>cursor</code> to get the page after. Problems are
      <code>application/problem+json</code> (RFC 9457). An <code>Idempotency-Key</code> makes a
      request that drives a turn safe to repeat for 72 hours. Machines read
      <a href="/docs/openapi.json">openapi.json</a> (OpenAPI 3.1); what is
      told outwards as <a href="/docs/asyncapi.json">asyncapi.json</a> (AsyncAPI 3.0).</p>
      """;

  private DocsPage() {}

  static byte[] of(List<Operation> operations) {
    StringBuilder page = new StringBuilder(HEAD);
    String tag = "";
    for (Operation one : operations) {
      if (!one.named().tag().equals(tag)) {
        page.append(tag.isEmpty() ? "" : "</table>\n");
        tag = one.named().tag();
        page.append("<h2>").append(tag).append("</h2>\n<table>\n");
        page.append("<tr><th>Request<th>What it does<th>Body<th>Answer<th>Keys\n");
      }
      row(page, one);
    }
    page.append("</table>\n<h2>Problems</h2>\n<table>\n<tr><th>Type<th>Status<th>Meaning\n");
    for (Problems.Type type : Problems.Type.values()) {
      page.append(
          "<tr id=\"%s\"><td>%s<td>%d<td>%s\n"
              .formatted(type.anchor, type.anchor, type.status, type.title));
    }
    return page.append("</table>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void row(StringBuilder page, Operation one) {
    String body = one.traffic().body();
    String answer = one.traffic().answer();
    page.append("<tr><td><code>").append(one.method()).append(' ').append(one.path());
    page.append("</code><td>").append(one.named().summary());
    page.append("<td>").append(body == null ? "" : body);
    page.append("<td>").append(one.traffic().status()).append(' ');
    page.append(answer == null ? "" : answer);
    page.append("<td>").append(Docs.kinds(one)).append('\n');
  }
}
