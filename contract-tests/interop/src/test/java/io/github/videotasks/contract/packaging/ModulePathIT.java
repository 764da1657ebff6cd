package io.github.videotasks.contract.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.ApplicationBuild;
import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds an application that is a Java module, and runs it with the jars that Maven resolves. */
class ModulePathIT {
  private static final Path FOLDER = Path.of("target/module-path").toAbsolutePath();

  /** What PACKAGING.md names; the application's own modules are on the module path. */
  private static final String JDK_MODULES = "java.logging,jdk.crypto.ec";

  @TempDir Path work;

  @BeforeAll
  static void build() {
    ApplicationBuild.run("module-path", FOLDER, "compile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ours-alone", "with-okhttp"})
  void runsOnModulePath(String application) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    assertThat(run(java, application)).isEqualTo(AwaitTaskOutput.EXPECTED);
  }

  @Test
  void runsOnImageOfFewJdkModules() throws Exception {
    Path image = work.resolve("image");
    int exit =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out, System.err, "--add-modules", JDK_MODULES, "--output", image.toString());
    assertThat(exit).isZero();

    assertThat(run(image.resolve("bin/java"), "ours-alone")).isEqualTo(AwaitTaskOutput.EXPECTED);
  }

  /** The library's own three jars declare what they need; the others have names at least. */
  @Test
  void everyJarHasStableModuleName() throws Exception {
    Path lib = FOLDER.resolve("ours-alone/lib");

    assertThat(ModuleNames.in(lib))
        .containsExactlyInAnyOrder(
            "com.squareup.moshi, named by its manifest",
            "io.github.videotasks.client",
            "io.github.videotasks.client.runtime",
            "io.github.videotasks.ext",
            "kotlin.stdlib",
            "okhttp, named by its file",
            "okhttp3",
            "okio, named by its manifest",
            "org.jspecify",
            "retrofit2, named by its manifest",
            "retrofit2.converter.moshi, named by its manifest");
  }

  private String run(Path java, String application) throws Exception {
    Path output = FOLDER.resolve(application);
    assertThat(Files.isDirectory(output.resolve("lib"))).isTrue();
    try (HttpsTaskServer server = HttpsTaskServer.start(work)) {
      List<String> command = new ArrayList<>(server.trustOptions());
      command.add("--module-path");
      command.add(output.resolve("classes") + File.pathSeparator + output.resolve("lib"));
      command.add("--module");
      command.add("org.example.await/org.example.await.AwaitTask");
      command.addAll(server.applicationArguments());
      return JavaProcess.run(java, work, Map.of(), command).output();
    }
  }
}
