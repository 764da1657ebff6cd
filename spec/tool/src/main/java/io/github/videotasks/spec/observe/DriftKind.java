package io.github.videotasks.spec.observe;

/** What a response shows that the contract or the tables of known places do not have. */
enum DriftKind {
  STATUS_VALUE("status value"),
  URL_PLACE("URL place"),
  TYPE("type"),
  FIELD("field"),
  ERROR_BODY("error body"),
  RESPONSE("response");

  private final String label;

  DriftKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
