package io.github.videotasks.spec.output;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that derived files are written to. It may contain files of the user, which are neither
 * changed nor deleted: {@code derived-files.sha256} lists the files that were written.
 */
public final class OutputFolder {
  /** A second attempt suffices unless another process writes all the time. */
  private static final int MAX_ATTEMPTS = 3;

  private final Path folder;
  private final Consumer<String> notices;

  /**
   * Creates a view of a folder.
   *
   * @param folder the folder; it need not exist
   * @param notices receives one line when an interrupted change of the folder was completed or
   *     undone
   */
  public OutputFolder(Path folder, Consumer<String> notices) {
    this.folder = folder;
    this.notices = notices;
  }

  /**
   * Reads all files, except the list of written files. An interrupted change is completed first.
   *
   * @return the contents by path below the folder, with slashes; empty when the folder does not
   *     exist
   * @throws RejectedInputException when another process changes the folder all the time
   * @throws IOException when a file cannot be read
   */
  public SortedMap<String, byte[]> read() throws IOException {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      FileTransaction.recover(folder, notices);
      byte[] before = listContent();
      SortedMap<String, byte[]> files = tryRead();
      if (files != null
          && !FileTransaction.isIncomplete(folder)
          && Arrays.equals(before, listContent())) {
        return files;
      }
    }
    throw OutputPaths.rejected(
        folder,
        "expected a folder that does not change while it is read, found another process at work",
        "Run the command again when the other one has ended");
  }

  /** Returns null when a file disappears between listing and reading. */
  private @Nullable SortedMap<String, byte[]> tryRead() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      for (String name : files()) {
        files.put(name, Files.readAllBytes(folder.resolve(name)));
      }
      return files;
    } catch (NoSuchFileException e) {
      return null;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return null;
      }
      throw e.getCause();
    }
  }

  /** Returns the sorted paths of the files; symbolic links are not followed. */
  private List<String> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !isOwnFile(name))
          .sorted()
          .toList();
    }
  }

  /**
   * {@return whether a file below an output folder is one of this class and not content}
   *
   * @param name a path below the folder
   */
  public static boolean isOwnFile(String name) {
    return name.equals(WrittenFiles.FILE_NAME) || name.startsWith(TransactionLog.WORK_FOLDER + "/");
  }

  private byte @Nullable [] listContent() throws IOException {
    Path list = folder.resolve(WrittenFiles.FILE_NAME);
    return Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(list) : null;
  }

  /**
   * {@return whether the list of written files lists exactly these files and their contents}
   *
   * @param files the contents by path below the folder
   * @throws IOException when the list cannot be read
   */
  public boolean lists(Map<String, byte[]> files) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((name, content) -> hashes.put(name, Sha256.hex(content)));
    return Arrays.equals(listContent(), WrittenFiles.serialize(hashes));
  }

  /**
   * Writes the files, and deletes the files of an earlier run that are not among them. All of this
   * happens or nothing. A file that this class did not write, or that was edited since, is an
   * error.
   *
   * @param files the contents by path below the folder
   * @throws RejectedInputException when a file of the user is in the way; nothing was changed
   * @throws IOException when a file cannot be written or deleted
   */
  public void replace(Map<String, byte[]> files) throws IOException {
    replace(files, false);
  }

  /**
   * Does the same as {@link #replace}, but also overwrites files of these names that were edited or
   * that this class did not write.
   *
   * @param files the contents by path below the folder
   * @return the files that were kept although they are not among these: this class did not write
   *     them, or they were edited since
   * @throws RejectedInputException when a symbolic link or a folder is in the way of a file
   * @throws IOException when a file cannot be written or deleted
   */
  public List<String> overwrite(Map<String, byte[]> files) throws IOException {
    replace(files, true);
    List<String> kept = new ArrayList<>(files());
    kept.removeAll(files.keySet());
    return kept;
  }

  private void replace(Map<String, byte[]> files, boolean overwrite) throws IOException {
    try (FileTransaction change = FileTransaction.begin(folder, notices)) {
      Map<String, String> written =
          WrittenFiles.read(
                  change.read(WrittenFiles.FILE_NAME), folder.resolve(WrittenFiles.FILE_NAME))
              .hashes();
      for (Map.Entry<String, String> file : written.entrySet()) {
        if (!files.containsKey(file.getKey())
            && isUnchanged(file.getKey(), file.getValue(), !overwrite)) {
          change.delete(file.getKey());
        }
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (!overwrite && !Arrays.equals(change.read(file.getKey()), file.getValue())) {
          isUnchanged(file.getKey(), written.get(file.getKey()), true);
        }
        change.write(file.getKey(), file.getValue());
      }
      change.write(WrittenFiles.FILE_NAME, WrittenFiles.serialize(change.hashes()));
      change.commit();
    }
  }

  /**
   * Returns whether a file is absent or still as it was written.
   *
   * @param hash its SHA-256 when it was written; null when it was not
   * @param strict true to throw instead of returning false
   */
  private boolean isUnchanged(String name, @Nullable String hash, boolean strict)
      throws IOException {
    Path file = OutputPaths.resolve(folder, name);
    String found = TransactionFiles.hash(file);
    boolean unchanged = found == null || found.equals(hash);
    if (!unchanged && strict) {
      throw OutputPaths.rejected(
          file,
          hash == null
              ? "expected no file of this name, found one that spec-tool did not write"
              : "expected the file as spec-tool wrote it, found an edited one",
          "Move it away, or choose another folder; nothing was written");
    }
    return unchanged;
  }
}
