package io.github.videotasks.contract.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a pipeline sees after a run of the action for GitHub.
 *
 * @param folder the folder with the standard output in {@code out.txt} and the written files
 */
record GatewayActionResult(int exitCode, Path folder) {

  private static final Pattern COUNTS =
      Pattern.compile(
          "<testsuites tests=\"(\\d+)\" failures=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\"");

  String headline() throws IOException {
    return lines().get(0);
  }

  /** Returns the output of the step that later steps read. */
  String stepOutput() throws IOException {
    return read("outputs");
  }

  /** Returns the headline in the summary of the step; the whole summary if it has another form. */
  String summaryHeadline() throws IOException {
    String summary = read("summary.md");
    String start = "### Contract verification\n\n```\n";
    return summary.startsWith(start)
        ? summary.substring(start.length()).lines().findFirst().orElse("")
        : summary;
  }

  /** Returns the levels of the annotations with their counts; empty for none. */
  String annotations() throws IOException {
    return counts(
        lines().stream()
            .filter(line -> line.startsWith("::"))
            .map(line -> line.replaceFirst("^::(\\w+) .*", "$1")));
  }

  /** Returns tests, failures, errors and skipped tests of the JUnit report. */
  String junit() throws IOException {
    Matcher counts = COUNTS.matcher(read("report/junit.xml"));
    return counts.find()
        ? String.join(" ", counts.group(1), counts.group(2), counts.group(3), counts.group(4))
        : "no counts";
  }

  /** Returns the rules of the SARIF results with their counts; empty for none. */
  String sarif() throws IOException {
    JsonNode results =
        new JsonMapper().readTree(read("report/contracts.sarif")).at("/runs/0/results");
    return counts(
        StreamSupport.stream(results.spliterator(), false)
            .map(result -> result.path("ruleId").asText()));
  }

  /** Returns the headline of {@code index.json}, and the number of what broke. */
  String report() throws IOException {
    JsonNode report = new JsonMapper().readTree(read("report/index.json"));
    return report.path("headline").asText() + " " + report.path("broken").size();
  }

  /** Returns the names of the files in the folder of the report, without hidden ones. */
  List<String> reportFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("report"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static String counts(Stream<String> names) {
    Map<String, Long> counts =
        names.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey())
        .collect(Collectors.joining(", "));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("out.txt"));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
