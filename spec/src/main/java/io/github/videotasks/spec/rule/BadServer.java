package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import java.util.Iterator;
import java.util.regex.Pattern;

/** Removes servers that no client can call. */
final class BadServer implements Rule {
  private static final Pattern CALLABLE = Pattern.compile("https?://[^\\s{}<>]+");
  private static final Pattern LOCAL =
      Pattern.compile("https?://(localhost|127\\.|0\\.0\\.0\\.0|\\[::1\\]).*");

  @Override
  public String id() {
    return "bad-server";
  }

  @Override
  public String why() {
    return "A server that is a placeholder ({{base_url}}), relative or on the author's own machine cannot be"
        + " called; it is removed. A document without any is read all the same.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    if (!(document.root().get("servers") instanceof ArrayNode servers) || servers.isEmpty()) {
      out.add(
          document.info(
              id(),
              document.place(document.root(), "servers"),
              "expected a server, found none",
              "The provider's host is left open"));
      return;
    }
    for (Iterator<JsonNode> all = servers.iterator(); all.hasNext(); ) {
      JsonNode server = all.next();
      String url = server.path("url").asText();
      if (!CALLABLE.matcher(url).matches() || LOCAL.matcher(url).matches()) {
        out.add(
            document.warning(
                id(),
                document.place(server),
                "expected an address that can be called, found '" + Texts.shown(url) + "'",
                "Removed the server"));
        all.remove();
      }
    }
  }
}
