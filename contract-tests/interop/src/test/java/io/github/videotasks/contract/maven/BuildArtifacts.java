package io.github.videotasks.contract.maven;

import io.github.videotasks.contract.publish.ArtifactManifest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Artifacts of the current build, read from the target folders without installing them.
 *
 * @param version version of all artifacts
 * @param files path of each file below {@code io/github/videotasks} in a Maven repository, to the
 *     file
 */
public record BuildArtifacts(String version, Map<String, Path> files) {

  /** The flattened POM, see .mvn/release/pom.xml. */
  private static final String POM = "target/published-pom.xml";

  /** Returns the artifacts with the POMs that would be installed. */
  public static BuildArtifacts ofThisBuild() {
    String version = NestedMaven.setting("version");
    Path root = Path.of("../..");
    Map<String, Path> files = new LinkedHashMap<>();
    files.put(artifactPath("video-tasks", version, "pom"), root.resolve(POM));
    Path canonical = root.resolve("spec/canonical");
    files.put(classifierPath(version, "openapi-3.0.yaml"), canonical.resolve("openapi.yaml"));
    files.put(classifierPath(version, "openapi-3.1.yaml"), canonical.resolve("openapi-3.1.yaml"));
    files.put(classifierPath(version, "schema.json"), canonical.resolve("schema.json"));
    for (Map.Entry<String, String> module : ArtifactManifest.MODULES.entrySet()) {
      String artifact = module.getKey();
      Path folder = root.resolve(module.getValue());
      files.put(artifactPath(artifact, version, "pom"), folder.resolve(POM));
      files.put(
          artifactPath(artifact, version, "jar"),
          folder.resolve("target/" + artifact + "-" + version + ".jar"));
    }
    addTestKit(files, root, version, "video-tasks-client-ext");
    return new BuildArtifacts(version, files);
  }

  private static void addTestKit(
      Map<String, Path> files, Path root, String version, String artifact) {
    String jar = artifact + "-" + version + "-tests.jar";
    files.put(
        artifact + "/" + version + "/" + jar,
        root.resolve(ArtifactManifest.MODULES.get(artifact)).resolve("target").resolve(jar));
  }

  private static String classifierPath(String version, String file) {
    return "video-tasks-spec/" + version + "/video-tasks-spec-" + version + "-" + file;
  }

  private static String artifactPath(String artifact, String version, String type) {
    return artifact + "/" + version + "/" + artifact + "-" + version + "." + type;
  }
}
