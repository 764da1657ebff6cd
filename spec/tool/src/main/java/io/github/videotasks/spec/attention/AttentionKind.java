package io.github.videotasks.spec.attention;

/** The kinds of changes that need attention. */
public enum AttentionKind {
  /** A status value that the contract or a provider did not have at this place. */
  STATUS_VALUE_ADDED("status value added"),
  /** A status value that the contract or a provider no longer has at this place. */
  STATUS_VALUE_REMOVED("status value removed"),
  /** A status value that a provider has at another place than before. */
  STATUS_VALUE_MOVED("status value moved"),
  /** A field that looks like the URL of a file, where client-ext looks for none. */
  NEW_URL_PLACE("new place of a URL"),
  /** A field that looks like the reason of a failure, where client-ext looks for none. */
  NEW_FAILURE_PLACE("new place of a failure"),
  /** A field that looks like a status, where client-ext looks for none. */
  NEW_STATUS_PLACE("new place of a status");

  private final String description;

  AttentionKind(String description) {
    this.description = description;
  }

  /** {@return the description of such a change, such as {@code status value added}} */
  public String description() {
    return description;
  }

  static AttentionKind newPlace(PlaceKind kind) {
    return switch (kind) {
      case URL -> NEW_URL_PLACE;
      case FAILURE -> NEW_FAILURE_PLACE;
      case STATUS -> NEW_STATUS_PLACE;
    };
  }
}
