package io.github.videotasks.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The version of a contract with the file and line that sets it.
 *
 * @param location the last correction that sets {@code info.version}; the contract when none does
 * @param version the version
 */
record DeclaredVersion(SourceLocation location, String version) {
  private static final String VERSION = "version";
  private static final String CORRECTIONS = "corrections";

  /**
   * Returns the version of the derived contract.
   *
   * @param folder the folder with {@code corrections/}
   * @param contract the contract, in YAML
   */
  static DeclaredVersion find(Path folder, byte[] contract) throws IOException {
    DeclaredVersion own = ofContract("canonical/openapi.yaml", contract);
    SourceLocation location = own.location();
    for (Path file : corrections(folder)) {
      String name = CORRECTIONS + "/" + file.getFileName();
      for (YamlReader.YamlDocument document : read(name, Files.readAllBytes(file))) {
        for (JsonNode action : document.root().path("actions")) {
          JsonNode update = action.path("update");
          JsonNode info =
              action.path("target").asText().equals("$.info") ? update : update.path("info");
          if (info.path(VERSION).asText().equals(own.version())) {
            location = new SourceLocation(name, document.lines().lineOf(info, VERSION));
          }
        }
      }
    }
    return new DeclaredVersion(location, own.version());
  }

  /** Returns the version of a contract at the line of the contract itself. */
  static DeclaredVersion ofContract(String name, byte[] contract) {
    YamlReader.YamlDocument document = read(name, contract).get(0);
    JsonNode info = document.root().path("info");
    return new DeclaredVersion(
        new SourceLocation(name, document.lines().lineOf(info, VERSION)),
        info.path(VERSION).asText());
  }

  private static List<YamlReader.YamlDocument> read(String name, byte[] yaml) {
    String text = new String(yaml, StandardCharsets.UTF_8);
    return new YamlReader(YamlLimits.DEFAULT).read(text, name, 1);
  }

  private static List<Path> corrections(Path folder) throws IOException {
    Path corrections = folder.resolve(CORRECTIONS);
    if (!Files.isDirectory(corrections)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(corrections)) {
      return files.filter(file -> file.toString().endsWith(".overlay.yaml")).sorted().toList();
    }
  }
}
