package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The documents of one seed: one page, or two that describe the same API. */
final class RandomPages {
  private static final int TWO_PAGES_PERCENT = 35;

  private RandomPages() {}

  static List<ObjectNode> of(long seed) {
    RandomChoices random = new RandomChoices(seed);
    ObjectNode document = RandomDocument.create(random);
    return random.chance(TWO_PAGES_PERCENT)
        ? List.of(document, PageVariation.of(document, random))
        : List.of(document);
  }
}
