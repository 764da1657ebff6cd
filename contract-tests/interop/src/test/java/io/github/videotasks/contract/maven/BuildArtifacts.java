package io.github.videotasks.contract.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this build would publish, taken from where the build left it; nothing is installed for it.
 *
 * @param version of all artifacts
 * @param files the path of each file below a repository's {@code io/github/videotasks}, and the
 *     file
 */
record BuildArtifacts(String version, Map<String, Path> files) {

  static BuildArtifacts ofThisBuild() {
    String version = NestedMaven.setting("version");
    Path root = Path.of("..");
    Map<String, Path> files = new LinkedHashMap<>();
    files.put(artifactPath("video-tasks", version, "pom"), root.resolve("pom.xml"));
    Path canonical = root.resolve("spec/canonical");
    files.put(classifierPath(version, "openapi-3.0.yaml"), canonical.resolve("openapi.yaml"));
    files.put(classifierPath(version, "openapi-3.1.yaml"), canonical.resolve("openapi-3.1.yaml"));
    files.put(classifierPath(version, "schema.json"), canonical.resolve("schema.json"));
    for (String module : new String[] {"spec", "client-generated", "client-ext"}) {
      String artifact = "video-tasks-" + module;
      Path folder = root.resolve(module);
      files.put(artifactPath(artifact, version, "pom"), folder.resolve("pom.xml"));
      files.put(
          artifactPath(artifact, version, "jar"),
          folder.resolve("target/" + artifact + "-" + version + ".jar"));
    }
    String ext = "video-tasks-client-ext";
    files.put(
        ext + "/" + version + "/" + ext + "-" + version + "-tests.jar",
        root.resolve("client-ext/target/" + ext + "-" + version + "-tests.jar"));
    return new BuildArtifacts(version, files);
  }

  private static String classifierPath(String version, String file) {
    return "video-tasks-spec/" + version + "/video-tasks-spec-" + version + "-" + file;
  }

  private static String artifactPath(String artifact, String version, String type) {
    return artifact + "/" + version + "/" + artifact + "-" + version + "." + type;
  }
}
