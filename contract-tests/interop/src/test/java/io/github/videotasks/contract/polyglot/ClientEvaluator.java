package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.videotasks.contract.polyglot.CommandRunner.CommandResult;
import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes a client, gives it every case, and lets it ask the replay server. What it made of each case
 * stands in {@code report.txt} beside the client.
 */
final class ClientEvaluator {
  private final StockClientBuilder clientBuilder;
  private final List<DecodeCase> cases;
  private final List<ReplayRequest> requests;

  ClientEvaluator(
      StockClientBuilder workshop, List<DecodeCase> cases, List<ReplayRequest> askings) {
    this.clientBuilder = workshop;
    this.cases = cases;
    this.requests = askings;
  }

  ClientEvaluation evaluate(String name, Recipe recipe) throws IOException, InterruptedException {
    CommandRunner commands = clientBuilder.prepare(name, recipe);
    Map<String, String> versions = new LinkedHashMap<>();
    if (StockClientBuilder.usesOpenApiGenerator(commands)) {
      versions.put("OpenAPI Generator", clientBuilder.generatorVersion());
    }
    String missing = StockClientBuilder.findMissingRequirement(recipe, commands, versions);
    if (!missing.isEmpty()) {
      return ClientEvaluation.missingTool("no " + missing);
    }
    if (recipe.decode().isEmpty()) {
      return ClientEvaluation.missingTool("a driver that somebody could try");
    }
    String tools =
        versions.entrySet().stream()
            .map(tool -> tool.getKey() + " " + tool.getValue())
            .collect(Collectors.joining(", "));
    List<String> report = new ArrayList<>();
    String failure = clientBuilder.build(recipe, commands);
    if (!failure.isEmpty()) {
      report.add(failure);
      Files.write(commands.folder().resolve("report.txt"), report);
      return ClientEvaluation.failure(tools, failure);
    }
    Map<CaseKind, CaseCounts> tallies = runDecode(recipe, commands, report);
    int queries = runQueries(recipe, commands, report);
    Files.writeString(
        commands.folder().resolve(RequestLineRecorder.FILE),
        RequestLineRecorder.recordAll(recipe, commands));
    Files.write(commands.folder().resolve("report.txt"), report);
    return new ClientEvaluation(tools, null, null, tallies, queries, requests.size());
  }

  private Map<CaseKind, CaseCounts> runDecode(
      Recipe recipe, CommandRunner commands, List<String> report)
      throws IOException, InterruptedException {
    Path in = StockClientBuilder.createEmptyFolder(commands, "in");
    Path out = StockClientBuilder.createEmptyFolder(commands, "out");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Path file = in.resolve(i + ".json");
      Files.writeString(file, cases.get(i).json());
      names.add(file.toString());
    }
    Path list = Files.write(in.resolve("list.txt"), names);
    CommandResult said =
        commands.run(withArguments(recipe.decode(), list.toString(), out.toString()));
    report.add("decode: exit code " + said.exitCode() + " " + said.output());
    Map<CaseKind, CaseCounts> tallies = new EnumMap<>(CaseKind.class);
    for (int i = 0; i < cases.size(); i++) {
      DecodeCase each = cases.get(i);
      CaseCounts before = tallies.getOrDefault(each.kind(), CaseCounts.NONE);
      tallies.put(each.kind(), countResult(each, out.resolve(Integer.toString(i)), before, report));
    }
    return tallies;
  }

  private static CaseCounts countResult(
      DecodeCase each, Path out, CaseCounts before, List<String> report) throws IOException {
    Path written = Path.of(out + ".json");
    Path error = Path.of(out + ".error");
    if (!Files.exists(written)) {
      String why = Files.exists(error) ? Files.readString(error) : "wrote nothing";
      report.add(each.kind() + " " + each.name() + ": refused: " + why);
      return before.plusRejected();
    }
    try {
      RoundTripLoss loss =
          RoundTripLoss.compare(
              JsonTrees.tree(each.json()), JsonTrees.tree(Files.readString(written)));
      report.add(each.kind() + " " + each.name() + ": " + loss);
      return before.plusDecoded(loss);
    } catch (JsonProcessingException e) {
      report.add(each.kind() + " " + each.name() + ": wrote no JSON: " + e.getOriginalMessage());
      return before.plusRejected();
    }
  }

  private int runQueries(Recipe recipe, CommandRunner commands, List<String> report)
      throws IOException, InterruptedException {
    int answered = 0;
    for (ReplayRequest asking : requests) {
      Path out = StockClientBuilder.createEmptyFolder(commands, "answer").resolve("answer.json");
      CommandResult said = commands.run(withArguments(recipe.query(), asking.driverArguments(out)));
      report.add(asking.operationId() + ": exit code " + said.exitCode() + " " + said.output());
      if (said.succeeded() && Files.exists(out)) {
        RoundTripLoss loss =
            RoundTripLoss.compare(
                JsonTrees.tree(asking.expectedBody()), JsonTrees.tree(Files.readString(out)));
        report.add(asking.operationId() + ": " + loss);
        answered += loss.lost().isEmpty() ? 1 : 0;
      }
    }
    return answered;
  }

  private static List<String> withArguments(List<String> command, String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    return all;
  }
}
