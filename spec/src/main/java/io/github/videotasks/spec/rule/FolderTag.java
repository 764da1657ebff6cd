package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Json;

/** Drops tags that are folders of the tool that wrote the page. */
final class FolderTag implements Rule {
  @Override
  public String id() {
    return "folder-tag";
  }

  @Override
  public String why() {
    return "Generators make one class of each tag. A tag that is a folder path of the publishing tool would"
        + " make one class per vendor folder out of one operation; it is dropped, and the tag is derived from"
        + " the path or given by a correction.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    for (Operations.Found operation : Operations.of(document)) {
      JsonNode tags = operation.node().path("tags");
      var kept = Json.array();
      for (JsonNode tag : tags) {
        if (tag.asText().contains("/")) {
          out.add(
              document.info(
                  id(),
                  document.place(operation.node(), "tags"),
                  "found the folder path '" + Texts.shown(tag.asText()) + "' as a tag",
                  "Dropped the tag"));
        } else {
          kept.add(tag);
        }
      }
      operation.node().set("tags", kept);
    }
  }
}
