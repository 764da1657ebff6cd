package io.github.videotasks.contract.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.Invoker;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * Runs Maven builds from a test, with the Maven installation of the outer build.
 *
 * <p>A nested build uses the user's local repository with the artifacts of the outer build on top
 * (see {@link OverlayRepository}) and is offline if the outer build is. It inherits nothing else
 * from the outer build.
 */
public final class NestedMaven {
  private final Invoker invoker;
  private final Path repository;
  private final String jvmOptions;

  private NestedMaven(Invoker invoker, Path repository, String jvmOptions) {
    this.invoker = invoker;
    this.repository = repository;
    this.jvmOptions = jvmOptions;
  }

  /**
   * Creates a local repository with the artifacts of this build on top of the user's.
   *
   * @param work folder below target, for the repository
   */
  public static NestedMaven in(Path work) {
    return withArtifacts(work, BuildArtifacts.ofThisBuild());
  }

  /** Creates a local repository like {@link #in}, with no artifact of ours. */
  public static NestedMaven withoutOwnArtifacts(Path work) {
    return withArtifacts(work, new BuildArtifacts(setting("version"), Map.of()));
  }

  /**
   * Uses an empty local repository, so that the build downloads everything that it needs.
   *
   * @param repository a folder that does not exist yet
   */
  public static NestedMaven withEmptyRepository(Path repository) throws IOException {
    return new NestedMaven(invoker(), Files.createDirectories(repository).toAbsolutePath(), "");
  }

  private static NestedMaven withArtifacts(Path work, BuildArtifacts artifacts) {
    Path repository = work.resolve("repository");
    new OverlayRepository(Path.of(setting("local.repository")), repository).populate(artifacts);
    return new NestedMaven(invoker(), repository.toAbsolutePath(), "");
  }

  private static Invoker invoker() {
    Invoker invoker = new DefaultInvoker();
    invoker.setMavenHome(new File(setting("maven.home")));
    return invoker;
  }

  /** Returns a copy that runs with another time zone and with the case rules of Turkish. */
  public NestedMaven withForeignTimeZoneAndLocale() {
    return withForeignTimeZoneAndLocale("tr", "TR");
  }

  /** Returns a copy that runs with another time zone and with the locale. */
  public NestedMaven withForeignTimeZoneAndLocale(String language, String country) {
    return new NestedMaven(
        invoker,
        repository,
        "-Duser.timezone=Pacific/Kiritimati -Duser.language=%s -Duser.country=%s"
            .formatted(language, country));
  }

  /**
   * Returns a setting of the outer build, which its POM passes to tests as a system property.
   *
   * @param name name without the prefix {@code nested.}
   * @throws IllegalStateException if it is not set, for example in a test that an IDE started
   */
  public static String setting(String name) {
    String value = System.getProperty("nested." + name);
    if (value == null) {
      throw new IllegalStateException(
          "expected the system property nested."
              + name
              + ", found none; run this test with Maven, whose POM sets it");
    }
    return value;
  }

  /** Returns the local repository of the nested builds. */
  public Path repository() {
    return repository;
  }

  /** Returns whether the outer build is offline, and nested builds therefore as well. */
  public static boolean isOffline() {
    return setting("offline").endsWith("true");
  }

  /**
   * Runs goals in batch mode. With several modules the build continues after a module fails.
   *
   * @param pom the POM to build
   * @param properties passed with {@code -D}
   * @param goals goals or phases
   */
  public NestedBuildResult run(Path pom, Map<String, String> properties, String... goals) {
    Properties userProperties = new Properties();
    userProperties.putAll(properties);
    Queue<String> log = new ConcurrentLinkedQueue<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setPomFile(pom.toFile());
    request.addArgs(List.of(goals));
    request.setProperties(userProperties);
    if (!jvmOptions.isEmpty()) {
      request.setMavenOpts(jvmOptions);
    }
    request.setBatchMode(true);
    request.setNoTransferProgress(true);
    request.setReactorFailureBehavior(InvocationRequest.ReactorFailureBehavior.FailAtEnd);
    request.setOffline(isOffline());
    request.setLocalRepositoryDirectory(repository.toFile());
    request.setOutputHandler(log::add);
    try {
      return new NestedBuildResult(invoker.execute(request).getExitCode(), String.join("\n", log));
    } catch (MavenInvocationException e) {
      throw new IllegalStateException("could not start Maven with " + pom, e);
    }
  }
}
