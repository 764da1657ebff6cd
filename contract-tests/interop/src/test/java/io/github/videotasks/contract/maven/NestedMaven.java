package io.github.videotasks.contract.maven;

import java.io.File;
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
 * The Maven that runs this test, once more, in another folder.
 *
 * <p>It sees the user's local repository with the artifacts of this very build laid over it (see
 * {@link OverlayRepository}), is offline when the outer build is, and knows nothing else of the
 * outer build.
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
   * Lays the artifacts of this build over the local repository.
   *
   * @param work a folder below target, for the repository
   */
  public static NestedMaven in(Path work) {
    Invoker invoker = new DefaultInvoker();
    invoker.setMavenHome(new File(setting("maven.home")));
    Path repository = work.resolve("repository");
    new OverlayRepository(Path.of(setting("local.repository")), repository)
        .populate(BuildArtifacts.ofThisBuild());
    return new NestedMaven(invoker, repository.toAbsolutePath(), "");
  }

  /** The same on a machine with another clock and another language. */
  public NestedMaven withForeignTimeZoneAndLocale() {
    return new NestedMaven(
        invoker,
        repository,
        "-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR");
  }

  /** What the outer build's POM says under this name; the test needs its plugin's configuration. */
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

  /**
   * Runs the goals in batch mode; with several modules the build goes on after one that fails.
   *
   * @param properties given with {@code -D}
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
    request.setOffline(setting("offline").endsWith("true"));
    request.setLocalRepositoryDirectory(repository.toFile());
    request.setOutputHandler(log::add);
    try {
      return new NestedBuildResult(invoker.execute(request).getExitCode(), String.join("\n", log));
    } catch (MavenInvocationException e) {
      throw new IllegalStateException("Maven could not be started with " + pom, e);
    }
  }
}
