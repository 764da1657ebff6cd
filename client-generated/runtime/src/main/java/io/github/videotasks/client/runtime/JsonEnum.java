package io.github.videotasks.client.runtime;

/** Constant of an {@code enum} of the contract. */
public interface JsonEnum {
  /**
   * Returns the value in JSON.
   *
   * @return the content of a string or the text of a number
   */
  String value();
}
