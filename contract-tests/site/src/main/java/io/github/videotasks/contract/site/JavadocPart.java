package io.github.videotasks.contract.site;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** Writes the Javadoc of the library, of the generated client and of its runtime. */
final class JavadocPart {

  private static final List<String> SOURCES =
      List.of(
          "client-ext/src/main/java",
          "client-ext/src/testkit/java",
          "client-generated/target/generated-sources/openapi/src/main/java",
          "client-generated/runtime/src/main/java");

  private JavadocPart() {}

  static void write(Path root, SiteFolder site) throws IOException {
    String classPath = Files.readString(root.resolve("client-ext/target/runtime-class-path.txt"));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-quiet", "-Xdoclint:none", "-notimestamp", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-d", site.file("javadoc").toString(), "-cp", classPath.strip()));
    arguments.addAll(
        List.of("-windowtitle", "Video Tasks", "-subpackages", "io.github.videotasks"));
    arguments.addAll(
        List.of(
            "-sourcepath",
            String.join(
                File.pathSeparator,
                SOURCES.stream().map(folder -> root.resolve(folder).toString()).toList())));
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
}
