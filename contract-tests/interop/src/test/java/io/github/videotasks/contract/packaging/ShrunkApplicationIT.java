package io.github.videotasks.contract.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videotasks.contract.maven.ApplicationBuild;
import io.github.videotasks.contract.maven.NestedMaven;
import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shrinks and renames an application and the library with the rules in the jars, and runs it. */
class ShrunkApplicationIT {
  private static final Path FOLDER = Path.of("target/shrunk").toAbsolutePath();
  private static final Path RULES = Path.of("src/test/shrunk/application.pro").toAbsolutePath();
  private static final Path SHRUNK = FOLDER.resolve("shrunk.jar");

  @TempDir Path work;

  @BeforeAll
  static void shrink() throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));
    assumeTrue(Files.exists(jdk.resolve("jmods/java.base.jmod")), "not run: a JDK without jmods");
    ApplicationBuild.run("shrunk", FOLDER, "compile", "proguard.version");
    JavaProcess proguard =
        JavaProcess.run(
            FOLDER,
            Map.of(),
            List.of(
                "-Dapplication.output=" + FOLDER,
                "-classpath",
                FOLDER.resolve("proguard/*") + File.pathSeparator + FOLDER.resolve("lib/*"),
                "proguard.ProGuard",
                "@" + RULES));
    assertThat(proguard.exitCode()).as(proguard.output()).isZero();
  }

  @Test
  void behavesAsBefore() throws Exception {
    try (HttpsTaskServer server = HttpsTaskServer.start(work)) {
      List<String> command = new ArrayList<>(server.trustOptions());
      command.addAll(List.of("-classpath", SHRUNK.toString(), "org.example.await.AwaitTask"));
      command.addAll(server.applicationArguments());

      assertThat(JavaProcess.run(work, Map.of(), command).output())
          .isEqualTo(AwaitTaskOutput.EXPECTED);
      assertThat(server.userAgents())
          .isNotEmpty()
          .allMatch(it -> it.startsWith("video-tasks/" + NestedMaven.setting("version") + " "));
    }
  }

  @Test
  void isHalfTheSize() throws Exception {
    long before;
    try (Stream<Path> jars = Files.list(FOLDER.resolve("lib"))) {
      before = jars.mapToLong(jar -> jar.toFile().length()).sum();
    }
    long after = Files.size(SHRUNK);
    System.out.printf("ProGuard: %,d bytes before, %,d after%n", before, after);

    assertThat(after).isLessThan(before / 2);
    assertThat(FOLDER.resolve("mapping.txt"))
        .content()
        .contains(
            "io.github.videotasks.ext.http.UserAgent -> io.github.videotasks.ext.http.UserAgent:")
        .doesNotContain("VideoTasksBuilder -> io.github.videotasks.ext.VideoTasksBuilder:");
  }
}
