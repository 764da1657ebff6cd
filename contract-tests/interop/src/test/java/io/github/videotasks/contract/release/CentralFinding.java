package io.github.videotasks.contract.release;

/**
 * What keeps Maven Central from accepting an artifact.
 *
 * @param open whether only the publisher can provide it: a key, a URL, a release version
 * @param artifact id of the artifact
 * @param message what was expected and found
 */
record CentralFinding(boolean open, String artifact, String message) {

  @Override
  public String toString() {
    return artifact + ": " + message;
  }
}
