package io.github.videotasks.spec.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of a review by class and section, in the order of the review. */
final class ReviewSections {
  private ReviewSections() {}

  static Map<String, Map<String, List<ReviewEntry>>> of(Review review) {
    Map<String, Map<String, List<ReviewEntry>>> groups = new LinkedHashMap<>();
    for (ReviewEntry entry : review.entries()) {
      groups
          .computeIfAbsent(entry.group(), g -> new LinkedHashMap<>())
          .computeIfAbsent(entry.section(), s -> new ArrayList<>())
          .add(entry);
    }
    return groups;
  }

  /** Returns the number of entries in all sections of a class. */
  static int count(Map<String, List<ReviewEntry>> sections) {
    return sections.values().stream().mapToInt(List::size).sum();
  }
}
