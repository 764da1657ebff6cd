package io.github.videotasks.spec.git;

import io.github.videotasks.spec.diff.ContractReader;
import io.github.videotasks.spec.finding.PrintableText;
import io.github.videotasks.spec.output.OutputFolder;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The Git repository around a folder. Only git reads its files; nothing is checked out. */
public final class GitRepository {
  private static final String REGULAR_FILE = "100";
  private static final int MAX_MESSAGE = 300;

  private final GitProgram git;

  private GitRepository(GitProgram git) {
    this.git = git;
  }

  /**
   * {@return the repository around a folder}
   *
   * @param folder the folder
   * @param searchPath the value of the variable PATH, where git is searched
   * @throws GitException when git is not installed
   */
  public static GitRepository around(Path folder, String searchPath) throws GitException {
    GitProgram git = GitProgram.find(searchPath, folder);
    if (git == null) {
      throw new GitException(
          "expected the program git on the PATH, found none. Install git, or pass a file or"
              + " folder.");
    }
    return new GitRepository(git);
  }

  /**
   * Reads a contract of a revision, under the limits of {@link ContractReader}. Symbolic links and
   * submodules are skipped.
   *
   * @param from a file, or a folder of derived files
   * @return the files by their path below the folder; a single file is {@code openapi.yaml}
   * @throws GitException when the revision or the path does not exist
   */
  public Map<String, byte[]> read(RevisionPath from) throws IOException {
    String commit =
        resolve(
            from.revision() + "^{commit}",
            "expected a revision, found no commit " + from.revision() + " for " + from);
    String object =
        resolve(
            commit + ":" + from.path(),
            "expected a file or folder in the revision, found none at " + from);
    Map<String, String> objects = new TreeMap<>();
    if (line("cat-file", "-t", object).equals("tree")) {
      listFiles(object, from, objects);
      ContractReader.requireContract(objects.containsKey("openapi.yaml"), from.toString());
    } else {
      objects.put("openapi.yaml", object);
    }
    return readObjects(objects);
  }

  /** Returns the id of an object; only such ids are passed to the commands that follow. */
  private String resolve(String name, String missing) throws IOException {
    Process process = git.startWithErrors("rev-parse", "--verify", "--quiet", name);
    String output = output(process, MAX_MESSAGE).strip();
    if (exitCode(process) == 0 && output.matches("[0-9a-f]{40,64}")) {
      return output;
    }
    // Without "fatal", git says nothing beyond that it found no single object.
    String reason = output.startsWith("fatal: ") ? " (git: " + firstLine(output) + ")" : "";
    throw new GitException(PrintableText.of(missing + reason, MAX_MESSAGE * 2) + ".");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private String line(String... arguments) throws IOException {
    Process process = git.start(arguments);
    return output(process, MAX_MESSAGE).strip();
  }

  private static String output(Process process, int maxBytes) throws IOException {
    process.getOutputStream().close();
    try (InputStream in = process.getInputStream()) {
      return new String(in.readNBytes(maxBytes), StandardCharsets.UTF_8);
    }
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new GitException("interrupted while git was running.");
    }
  }

  /** Reads entries of the form {@code MODE TYPE ID<tab>NAME}, each of which ends with NUL. */
  private void listFiles(String tree, RevisionPath from, Map<String, String> objects)
      throws IOException {
    Process process = git.start("ls-tree", "--full-tree", "-r", "-z", tree);
    process.getOutputStream().close();
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      for (String entry = readUntil(in, 0); !entry.isEmpty(); entry = readUntil(in, 0)) {
        String name = entry.substring(entry.indexOf('\t') + 1);
        String[] properties = entry.substring(0, entry.indexOf('\t')).split(" ", -1);
        if (properties[0].startsWith(REGULAR_FILE) && !OutputFolder.isOwnFile(name)) {
          objects.put(name, properties[2]);
          ContractReader.requireFileCount(objects.size(), from.toString());
        }
      }
    } finally {
      process.destroy();
    }
  }

  private Map<String, byte[]> readObjects(Map<String, String> objects) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Process process = git.start("cat-file", "--batch");
    try (OutputStream requests = process.getOutputStream();
        InputStream in = new BufferedInputStream(process.getInputStream())) {
      for (Map.Entry<String, String> file : objects.entrySet()) {
        // One at a time, so that neither side waits for the other with a full pipe.
        requests.write((file.getValue() + "\n").getBytes(StandardCharsets.US_ASCII));
        requests.flush();
        files.put(file.getKey(), readObject(file.getKey(), in));
      }
    } finally {
      process.destroy();
    }
    return files;
  }

  /** Reads {@code ID TYPE SIZE<line feed>CONTENT<line feed>}. */
  private static byte[] readObject(String name, InputStream in) throws IOException {
    String[] header = readUntil(in, '\n').split(" ", -1);
    if (header.length != 3 || !header[1].equals("blob")) {
      throw new GitException(
          "expected the content of " + PrintableText.of(name, MAX_MESSAGE) + ", git found none.");
    }
    long size = Long.parseLong(header[2]);
    ContractReader.requireSize(name, size);
    byte[] content = in.readNBytes((int) size);
    if (content.length != size || in.read() != '\n') {
      throw new GitException("expected " + size + " bytes from git, found fewer.");
    }
    return content;
  }

  private static String readUntil(InputStream in, int end) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != end; b = in.read()) {
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
