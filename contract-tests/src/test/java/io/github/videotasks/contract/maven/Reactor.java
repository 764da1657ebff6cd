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
record Reactor(String version, Map<String, Path> files) {

  static Reactor here() {
    String version = NestedMaven.setting("version");
    Path root = Path.of("..");
    Map<String, Path> files = new LinkedHashMap<>();
    files.put(name("video-tasks", version, "pom"), root.resolve("pom.xml"));
    files.put(name("video-tasks-spec", version, "pom"), root.resolve("spec/pom.xml"));
    for (String module : new String[] {"client-generated", "client-ext"}) {
      String artifact = "video-tasks-" + module;
      Path folder = root.resolve(module);
      files.put(name(artifact, version, "pom"), folder.resolve("pom.xml"));
      files.put(
          name(artifact, version, "jar"),
          folder.resolve("target/" + artifact + "-" + version + ".jar"));
    }
    return new Reactor(version, files);
  }

  private static String name(String artifact, String version, String type) {
    return artifact + "/" + version + "/" + artifact + "-" + version + "." + type;
  }
}
