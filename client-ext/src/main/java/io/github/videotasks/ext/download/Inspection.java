package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import org.jspecify.annotations.Nullable;

/** The last look at a file before it gets its name. */
record Inspection(Part part, Item item, Expected expected) {

  /** What the file is, by its first bytes on the disk; null if it is no file of this kind. */
  @Nullable FileType type() throws StorageException {
    FileType type = FileType.of(part.read(0, FileType.HEAD));
    return type != null && type.fits(item.kind()) ? type : null;
  }

  /**
   * Looks for a fault.
   *
   * @param surely whether the protocol has told the end
   * @return null if the file is whole and the one that was expected
   */
  @Nullable VideoTasksException fault(FileType type, boolean surely) throws StorageException {
    boolean hasBoxes = type == FileType.MP4 || type == FileType.QUICKTIME;
    if (hasBoxes && !new Boxes(part).areWhole()) {
      return broken("expected a whole " + type.mediaType() + ", found one that is cut");
    }
    Long bytes = expected.bytes();
    if (bytes != null && bytes != part.position()) {
      return broken("expected %d bytes, found %d".formatted(bytes, part.position()));
    }
    String digest = expected.sha256();
    if (digest != null && !digest.equals(part.sha256())) {
      return broken("expected SHA-256 %s, found %s".formatted(digest, part.sha256()));
    }
    if (!surely && !hasBoxes && !expected.isAnything()) {
      return broken(
          "expected a length, found none: a file that was cut would look the same; give"
              + " withExpectedBytes(…) if it is known");
    }
    return null;
  }

  /** For a file whose type is not one that it should be. */
  VideoTasksException unknown() {
    return Problems.of(
        ErrorKind.UNEXPECTED_FILE,
        "task " + item.id() + ": expected a " + item.inWords() + " by its first bytes, found none");
  }

  private VideoTasksException broken(String problem) {
    return Problems.of(ErrorKind.BROKEN_FILE, "task " + item.id() + ": " + problem);
  }
}
