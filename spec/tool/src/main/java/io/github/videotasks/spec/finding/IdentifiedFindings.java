package io.github.videotasks.spec.finding;

import java.util.List;

/**
 * A group of findings with stable ids.
 *
 * @param id the id of the group
 * @param group the findings
 * @param placeIds the id of each finding of the group, in its order
 */
public record IdentifiedFindings(String id, FindingGroup group, List<String> placeIds) {
  /**
   * Copies the list.
   *
   * @param id the id of the group
   * @param group the findings
   * @param placeIds the id of each finding of the group, in its order
   */
  public IdentifiedFindings {
    placeIds = List.copyOf(placeIds);
  }
}
