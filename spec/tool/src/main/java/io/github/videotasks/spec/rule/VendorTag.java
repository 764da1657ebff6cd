package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;

/** Removes the tags of a page. */
final class VendorTag implements Rule {
  @Override
  public String id() {
    return "page-tag";
  }

  @Override
  public String rationale() {
    return "Generators create one class per tag. The pages' tags are folders of the publishing tool"
        + " and differ from page to page for one operation; they are dropped, and one tag is"
        + " derived from the path or set by a correction.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (JsonNode tag : document.root().path("tags")) {
      String name = tag.isTextual() ? tag.asText() : tag.path("name").asText();
      out.add(
          document.info(
              id(),
              tag.isObject() ? document.location(tag) : document.location(document.root(), "tags"),
              "found the tag '" + MessageText.excerpt(name) + "' of the document",
              "Dropped; the tag is derived from the path"));
    }
    document.root().remove("tags");
    for (Operations.DeclaredOperation operation : Operations.of(document)) {
      for (JsonNode tag : operation.node().path("tags")) {
        out.add(
            document.info(
                id(),
                document.location(operation.node(), "tags"),
                "found the tag '" + MessageText.excerpt(tag.asText()) + "'",
                "Dropped; the tag is derived from the path"));
      }
      operation.node().remove("tags");
    }
  }
}
