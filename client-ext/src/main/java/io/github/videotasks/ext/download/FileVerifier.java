package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import org.jspecify.annotations.Nullable;

/** The last look at a file before it gets its name. */
record FileVerifier(PartialFile file, DownloadItem item, ExpectedFile expected) {

  /** What the file is, by its first bytes on the disk; null if it is no file of this kind. */
  @Nullable FileType detectType() throws StorageException {
    FileType type = FileType.detect(file.read(0, FileType.SIGNATURE_BYTES));
    return type != null && type.fits(item.kind()) ? type : null;
  }

  /**
   * Looks for a fault.
   *
   * @param surely whether the protocol has told the end
   * @return null if the file is whole and the one that was expected
   */
  @Nullable VideoTasksException findFault(FileType type, boolean surely) throws StorageException {
    boolean hasBoxes = type == FileType.MP4 || type == FileType.QUICKTIME;
    if (hasBoxes && !new Mp4Boxes(file).areComplete()) {
      return brokenFile("expected a whole " + type.mediaType() + ", found one that is cut");
    }
    Long bytes = expected.bytes();
    if (bytes != null && bytes != file.position()) {
      return brokenFile("expected %d bytes, found %d".formatted(bytes, file.position()));
    }
    String digest = expected.sha256();
    if (digest != null && !digest.equals(file.sha256())) {
      return brokenFile("expected SHA-256 %s, found %s".formatted(digest, file.sha256()));
    }
    if (!surely && !hasBoxes && !expected.isSpecified()) {
      return brokenFile(
          "expected a length, found none: a file that was cut would look the same; give"
              + " withExpectedBytes(…) if it is known");
    }
    return null;
  }

  /** For a file whose type is not one that it should be. */
  VideoTasksException unexpectedType() {
    return DownloadErrors.of(
        ErrorKind.UNEXPECTED_FILE,
        "task "
            + item.id()
            + ": expected a "
            + item.kindName()
            + " by its first bytes, found none");
  }

  private VideoTasksException brokenFile(String problem) {
    return DownloadErrors.of(ErrorKind.BROKEN_FILE, "task " + item.id() + ": " + problem);
  }
}
