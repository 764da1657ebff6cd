package io.github.videotasks.contract.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Writes the Javadoc of the library, of the generated client and of its runtime. */
final class JavadocPart {

  private static final List<String> SOURCES =
      List.of(
          "client-ext/src/main/java",
          "client-ext/src/testkit/java",
          "client-generated/target/generated-sources/openapi/src/main/java",
          "client-generated/runtime/src/main/java");

  /** Dark colours, which the tool does not have. */
  private static final String STYLE = "javadoc.css";

  private JavadocPart() {}

  static void write(Path root, SiteFolder site) throws IOException {
    String classPath = Files.readString(root.resolve("client-ext/target/runtime-class-path.txt"));
    write(SOURCES.stream().map(root::resolve).toList(), classPath.strip(), site);
  }

  /** Writes one Javadoc of several modules, whose declarations are left out. */
  static void write(List<Path> folders, String classPath, SiteFolder site) throws IOException {
    site.write(STYLE, SiteLayout.resource(STYLE));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-quiet", "-Xdoclint:none", "-notimestamp", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-d", site.file("javadoc").toString(), "-cp", classPath));
    arguments.addAll(List.of("-windowtitle", "Video Tasks"));
    arguments.addAll(List.of("-header", "<a href=\"{@docRoot}/../index.html\">Documents</a>"));
    arguments.addAll(List.of("--add-stylesheet", site.file(STYLE).toString()));
    for (Path folder : folders) {
      arguments.addAll(sources(folder));
    }
    StringWriter output = new StringWriter();
    PrintWriter out = new PrintWriter(output, true);
    int exit =
        ToolProvider.findFirst("javadoc")
            .orElseThrow(() -> new IOException("expected a JDK with javadoc, found none"))
            .run(out, out, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new IOException("expected Javadoc without errors, found:\n" + output);
    }
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java") && !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    }
  }
}
