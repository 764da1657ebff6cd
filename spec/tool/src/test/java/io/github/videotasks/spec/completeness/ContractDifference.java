package io.github.videotasks.spec.completeness;

import java.util.List;

/**
 * A difference between a document and the contract that was made of it.
 *
 * @param kind what differs, such as {@code request schema.format lost}
 * @param keyword the keyword that differs, such as {@code format}
 * @param place where the document has the value
 * @param others where other declarations of the same value are, of which a finding names one or
 *     more
 * @param expected what the document says
 * @param found what the contract says
 */
record ContractDifference(
    String kind,
    String keyword,
    ModelPlace place,
    List<ModelPlace> others,
    String expected,
    String found) {

  @Override
  public String toString() {
    return kind + ": " + place + " expected " + shorten(expected) + ", found " + shorten(found);
  }

  private static String shorten(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "..." : text;
  }
}
