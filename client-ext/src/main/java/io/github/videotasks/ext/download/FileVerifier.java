package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import org.jspecify.annotations.Nullable;

/** Verifies a complete partial file before it is moved to its target name. */
record FileVerifier(PartialFile file, DownloadItem item, ExpectedFile expected) {

  /** Detects the type from the first bytes on the disk; null if it does not fit the kind. */
  @Nullable FileType detectType() throws StorageException {
    FileType type = FileType.detect(file.read(0, FileType.SIGNATURE_BYTES));
    return type != null && type.fits(item.kind()) ? type : null;
  }

  /**
   * Checks completeness, length and digest.
   *
   * @param endConfirmed true if the protocol marked the end of the body
   * @return the error; null if the file is complete and matches the expected length and digest
   */
  @Nullable VideoTasksException findFault(FileType type, boolean endConfirmed)
      throws StorageException {
    boolean hasBoxes = type == FileType.MP4 || type == FileType.QUICKTIME;
    if (hasBoxes && !new Mp4Boxes(file).areComplete()) {
      return brokenFile("expected a complete " + type.mediaType() + ", found a truncated one");
    }
    Long bytes = expected.bytes();
    if (bytes != null && bytes != file.position()) {
      return brokenFile("expected %d bytes, found %d".formatted(bytes, file.position()));
    }
    String digest = expected.sha256();
    if (digest != null && !digest.equals(file.sha256())) {
      return brokenFile("expected SHA-256 %s, found %s".formatted(digest, file.sha256()));
    }
    if (!endConfirmed && !hasBoxes && !expected.isSpecified()) {
      return brokenFile(
          "expected a Content-Length, found none, so a truncated file could not be detected; set"
              + " withExpectedBytes(…) if the length is known");
    }
    return null;
  }

  /** Creates the error for a file whose type does not fit its kind. */
  VideoTasksException unexpectedType() {
    return DownloadErrors.of(
        ErrorKind.UNEXPECTED_FILE,
        "task "
            + item.id()
            + ": expected a "
            + item.kindName()
            + " by its first bytes, found another type");
  }

  private VideoTasksException brokenFile(String problem) {
    return DownloadErrors.of(ErrorKind.BROKEN_FILE, "task " + item.id() + ": " + problem);
  }
}
