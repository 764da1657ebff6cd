package io.github.videotasks.spec.finding;

/** How much a finding matters. */
public enum Severity {
  /** The document, operation or correction was rejected. */
  ERROR,
  /** The page contradicts itself, another page or the specification; the repair may surprise. */
  WARNING,
  /** A repair that changes nothing on the wire, or a fact worth knowing. */
  INFO
}
