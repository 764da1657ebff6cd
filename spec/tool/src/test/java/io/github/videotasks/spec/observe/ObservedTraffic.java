package io.github.videotasks.spec.observe;

import io.github.videotasks.spec.cli.SpecTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the spec folder, a recording, and the commands on both. */
final class ObservedTraffic {
  private static final Path SPEC = Path.of("..");
  private static final String[] PARTS = {
    "pages",
    "corrections",
    "canonical",
    "providers.yaml",
    "status-values.yaml",
    "known-places.yaml",
    "waiting.yaml"
  };

  private final Path spec;
  private final Path recording;
  private final List<String> lines = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  ObservedTraffic(Path folder) throws IOException {
    spec = Files.createDirectories(folder.resolve("spec"));
    recording = folder.resolve("a.ndjson");
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(SPEC.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, spec.resolve(SPEC.relativize(file)));
        }
      }
    }
  }

  Path spec() {
    return spec;
  }

  /** Adds a response of jxincm-sora. */
  ObservedTraffic add(int status, String body) {
    return add("https://api.jxincm.cn/v1/video/query?id=sora-2:task_1", status, body);
  }

  ObservedTraffic add(String url, int status, String body) {
    String at = "2026-11-01T10:00:%02dZ".formatted(lines.size());
    lines.add(
        "{\"at\":\"%s\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"},\"response\":{\"status\":%d,\"body\":%s}}"
            .formatted(at, url, status, body));
    return this;
  }

  int observe(String... options) throws IOException {
    Files.write(recording, lines);
    List<String> args = new ArrayList<>(List.of("observe", "--spec=" + spec, recording.toString()));
    args.addAll(List.of(options));
    return run(args.toArray(String[]::new));
  }

  int check(String... options) {
    List<String> args = new ArrayList<>(List.of("check", "--spec=" + spec));
    args.addAll(List.of(options));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return SpecTool.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  String out() {
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  String err() {
    return err.toString().replace(System.lineSeparator(), "\n");
  }

  /** Returns the content of all files of the spec folder but the pages, and both outputs. */
  String everything() throws IOException {
    StringBuilder all = new StringBuilder(out() + err());
    try (Stream<Path> files = Files.walk(spec)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(file).append('\n').append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
