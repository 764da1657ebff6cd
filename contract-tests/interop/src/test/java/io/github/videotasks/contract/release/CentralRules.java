package io.github.videotasks.contract.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * The requirements of Maven Central for a deployment: files, checksums, signatures and POM. What
 * only the publisher can provide is reported as open.
 */
final class CentralRules {
  private static final Map<String, String> DIGESTS = Map.of(".md5", "MD5", ".sha1", "SHA-1");

  private final ReleasedArtifact artifact;
  private final List<CentralFinding> findings = new ArrayList<>();

  private CentralRules(ReleasedArtifact artifact) {
    this.artifact = artifact;
  }

  /** Returns what keeps Maven Central from accepting the artifact; empty if nothing does. */
  static List<CentralFinding> check(ReleasedArtifact artifact) throws IOException {
    CentralRules rules = new CentralRules(artifact);
    rules.checkVersion();
    rules.checkCompanions();
    rules.checkPomAndJars();
    return List.copyOf(rules.findings);
  }

  private void checkVersion() {
    if (artifact.version().endsWith("-SNAPSHOT")) {
      report(true, "expected a release version, found " + artifact.version());
    }
  }

  private void checkCompanions() throws IOException {
    int unsigned = 0;
    for (String suffix : artifact.suffixes()) {
      for (Map.Entry<String, String> digest : DIGESTS.entrySet()) {
        Path checksum = artifact.files().get(suffix + digest.getKey());
        String expected = digest(digest.getValue(), artifact.file(suffix));
        String found = checksum == null ? "none" : Files.readString(checksum).strip();
        if (!found.equals(expected)) {
          report(
              false,
              "expected checksum "
                  + expected
                  + " in *"
                  + suffix
                  + digest.getKey()
                  + ", found "
                  + found);
        }
      }
      unsigned += artifact.files().containsKey(suffix + ".asc") ? 0 : 1;
    }
    if (unsigned > 0) {
      report(
          true,
          "expected a signature of each file, found %d of %d files without one"
              .formatted(unsigned, artifact.suffixes().size()));
    }
  }

  private void checkPomAndJars() throws IOException {
    Path pom = artifact.files().get(".pom");
    if (pom == null) {
      report(false, "expected a POM, found none");
      return;
    }
    Model model = read(pom);
    PublishedPomRules.check(artifact, model).forEach(findings::add);
    if (model.getPackaging().equals("jar")) {
      for (String suffix : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
        checkJar(suffix);
      }
    }
  }

  private void checkJar(String suffix) throws IOException {
    Path jar = artifact.files().get(suffix);
    if (jar == null) {
      report(false, "expected *" + suffix + ", found none");
      return;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.stream().allMatch(it -> it.isDirectory() || it.getName().startsWith("META-INF/MA"))) {
        report(false, "expected content in *" + suffix + ", found an empty jar");
      }
    }
  }

  /** Reads a POM without its parents. */
  static Model read(Path pom) throws IOException {
    try (var text = Files.newInputStream(pom)) {
      return new MavenXpp3Reader().read(text);
    } catch (XmlPullParserException e) {
      throw new IOException("expected a POM in " + pom + ", found " + e.getMessage(), e);
    }
  }

  private static String digest(String algorithm, Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private void report(boolean open, String message) {
    findings.add(new CentralFinding(open, artifact.artifactId(), message));
  }
}
