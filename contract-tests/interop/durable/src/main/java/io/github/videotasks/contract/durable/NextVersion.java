package io.github.videotasks.contract.durable;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A next version of {@code video-tasks-durable}: its sources with one more script of the tables,
 * and with statements that write the columns of that script. Nodes of this version then are the
 * nodes of the version before.
 */
final class NextVersion {

  private static final String PACKAGE = "io/github/videotasks/durable/";

  /** The columns that nodes of the next version write. */
  static final String MARK = "next";

  private static final Pattern VERSION = Pattern.compile("int VERSION = (\\d+);");

  private final Path origin;
  private final Path folder;
  private final int version;

  private NextVersion(Path origin, Path folder, int version) {
    this.origin = origin;
    this.folder = folder;
    this.version = version;
  }

  /**
   * Compiles the next version.
   *
   * @param folder an empty folder for sources and classes
   */
  static NextVersion compile(Path folder) throws IOException {
    Path origin =
        RepositoryLayout.find().root().resolve("client-ext/durable/src/main/java").resolve(PACKAGE);
    Matcher version = VERSION.matcher(Files.readString(origin.resolve("DurableSchema.java")));
    if (!version.find()) {
      throw new IllegalStateException("expected VERSION in DurableSchema.java, found none");
    }
    NextVersion next = new NextVersion(origin, folder, Integer.parseInt(version.group(1)) + 1);
    next.writeScript();
    next.compileSources(next.writeSources());
    return next;
  }

  /** Returns a class path on which the next version hides this one. */
  String classPath() {
    return folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
  }

  private String scriptName() {
    return "V" + version + "__next.sql";
  }

  private void writeScript() throws IOException {
    Path script = folder.resolve("classes").resolve(PACKAGE).resolve("db").resolve(scriptName());
    Files.createDirectories(script.getParent());
    try (InputStream text = NextVersion.class.getResourceAsStream("next.sql")) {
      if (text == null) {
        throw new IllegalStateException("expected the resource next.sql, found none");
      }
      Files.writeString(
          script,
          new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .replace("NEXT_VERSION", String.valueOf(version)));
    }
  }

  private List<Path> writeSources() throws IOException {
    Path target = Files.createDirectories(folder.resolve("sources").resolve(PACKAGE));
    List<Path> written = new ArrayList<>();
    try (Stream<Path> sources = Files.list(origin)) {
      for (Path source : sources.sorted().toList()) {
        String name = source.getFileName().toString();
        String text = changed(name, Files.readString(source));
        written.add(Files.writeString(target.resolve(name), text));
      }
    }
    return written;
  }

  private String changed(String name, String text) {
    return switch (name) {
      case "DurableSchema.java" ->
          replace(
              replace(text, "VERSION = " + (version - 1) + ";", "VERSION = " + version + ";"),
              ".sql\");",
              ".sql\", \"" + scriptName() + "\");");
      case "EventRows.java" ->
          replace(
              replace(
                  text, "outbox (event_key, COLUMNS)", "outbox (event_key, COLUMNS, written_by)"),
              "select EVENT_KEY, COLUMNS from gone",
              "select EVENT_KEY, COLUMNS, '" + MARK + "' from gone");
      case "StepCommit.java" ->
          replace(text, "epoch = w.epoch + 1,", "epoch = w.epoch + 1, priority = 1,");
      default -> text;
    };
  }

  private static String replace(String text, String before, String after) {
    int first = text.indexOf(before);
    if (first < 0 || first != text.lastIndexOf(before)) {
      throw new IllegalStateException(
          "expected \""
              + before
              + "\" once in a source of video-tasks-durable; change NextVersion");
    }
    return text.replace(before, after);
  }

  private void compileSources(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("expected a JDK with a compiler, found none");
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    int result = compiler.run(null, null, null, arguments.toArray(new String[0]));
    if (result != 0) {
      throw new IllegalStateException("expected the next version to compile, found errors above");
    }
  }
}
