package io.github.videotasks.contract.consumerbuild;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.docs.MarkdownCode;
import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A project of a newcomer: the README's Maven lines, and a program that prints the stage of a task.
 */
public final class ReadmeConsumer {
  private static final Path PROGRAM = Path.of("src/test/readme-consumer/Main.java");

  private final Path folder;

  private ReadmeConsumer(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the project.
   *
   * @param folder below target
   * @param repositories additional content of the POM; may be empty
   */
  public static ReadmeConsumer write(Path folder, String repositories) throws IOException {
    Path absolute = folder.toAbsolutePath();
    Path sources = Files.createDirectories(absolute.resolve("src/main/java"));
    Files.copy(PROGRAM, sources.resolve("Main.java"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        absolute.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>newcomer</artifactId>
          <version>1</version>
          <properties><maven.compiler.release>17</maven.compiler.release></properties>
        %s
        %s
          <build>
            <plugins>
              <plugin><artifactId>maven-resources-plugin</artifactId><version>%s</version></plugin>
              <plugin><artifactId>maven-compiler-plugin</artifactId><version>%s</version></plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(
                snippet(),
                repositories,
                pinned("maven-resources-plugin"),
                pinned("maven-compiler-plugin")));
    return new ReadmeConsumer(absolute);
  }

  /** Returns the README's lines for Maven. */
  static String snippet() throws IOException {
    return MarkdownCode.blocksOf("README.md", "xml").stream()
        .filter(block -> block.startsWith("<dependencyManagement>"))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected an xml block with <dependencyManagement> in README.md, found none"));
  }

  /** Compiles the program and writes its class path. */
  public NestedBuildResult build(NestedMaven maven) {
    return maven.run(
        folder.resolve("pom.xml"),
        Map.of("mdep.outputFile", folder.resolve("classpath.txt").toString()),
        "compile",
        "org.apache.maven.plugins:maven-dependency-plugin:"
            + NestedMaven.setting("dependency-plugin.version")
            + ":build-classpath");
  }

  /** Runs the program with a finished task of a replay server and returns what it prints. */
  public String printedStage() throws IOException, InterruptedException {
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    ContractProvider provider = cases.catalogue().providers().get(0);
    String classPath =
        folder.resolve("target/classes")
            + File.pathSeparator
            + Files.readString(folder.resolve("classpath.txt")).strip();
    try (ReplayServer server = ReplayServer.start(cases.forProvider(provider), 0)) {
      List<String> command =
          List.of("-classpath", classPath, "Main", server.baseUrl().toString(), "finished");
      return JavaProcess.run(folder, Map.of(), command).output().strip();
    }
  }

  /** Returns the version that the root POM pins, so that no other version is downloaded. */
  private static String pinned(String plugin) throws IOException {
    String pom = Files.readString(RepositoryLayout.find().root().resolve("pom.xml"));
    return Pattern.compile("<artifactId>" + plugin + "</artifactId>\\s*<version>(.+?)</version>")
        .matcher(pom)
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected " + plugin + " in pom.xml"));
  }
}
