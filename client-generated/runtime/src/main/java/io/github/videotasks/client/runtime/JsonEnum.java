package io.github.videotasks.client.runtime;

/** A value of an {@code enum} in the contract. */
public interface JsonEnum {
  /** The value in JSON: a string's content or a number's text. */
  String value();
}
