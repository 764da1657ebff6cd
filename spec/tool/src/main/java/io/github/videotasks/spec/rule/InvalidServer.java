package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Iterator;
import java.util.regex.Pattern;

/** Removes servers whose URL no client can call. */
final class InvalidServer implements Rule {
  private static final Pattern HTTP_URL = Pattern.compile("https?://[^\\s{}<>]+");
  private static final Pattern LOOPBACK_URL =
      Pattern.compile("https?://(localhost|127\\.|0\\.0\\.0\\.0|\\[::1\\]).*");

  @Override
  public String id() {
    return "bad-server";
  }

  @Override
  public String rationale() {
    return "A server whose URL is a placeholder ({{base_url}}), relative or on the author's own"
        + " machine cannot be called; it is removed. A document without servers is still read.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (!(document.root().get("servers") instanceof ArrayNode servers) || servers.isEmpty()) {
      out.add(
          document.info(
              id(),
              document.location(document.root(), "servers"),
              "expected a server, found none",
              "The provider's host is left open"));
      return;
    }
    for (Iterator<JsonNode> all = servers.iterator(); all.hasNext(); ) {
      JsonNode server = all.next();
      String url = server.path("url").asText();
      if (!HTTP_URL.matcher(url).matches() || LOOPBACK_URL.matcher(url).matches()) {
        out.add(
            document.warning(
                id(),
                document.location(server),
                "expected a URL that clients can call, found '" + MessageText.excerpt(url) + "'",
                "Removed the server"));
        all.remove();
      }
    }
  }
}
