package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.CommandRunner.CommandResult;
import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Evaluates stock clients: builds a client, lets it decode and encode every case, and lets it send
 * requests to the replay server. The result of each case is in {@code report.txt} next to the
 * client.
 */
final class ClientEvaluator {
  private final StockClientBuilder clientBuilder;
  private final List<DecodeCase> cases;
  private final List<ReplayRequest> requests;

  ClientEvaluator(
      StockClientBuilder clientBuilder, List<DecodeCase> cases, List<ReplayRequest> requests) {
    this.clientBuilder = clientBuilder;
    this.cases = cases;
    this.requests = requests;
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
      return ClientEvaluation.missingTool("no driver");
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
    CaseResults results = runDecode(recipe, commands, report);
    int queries = runQueries(recipe, commands, report);
    Files.writeString(
        commands.folder().resolve(RequestLineRecorder.FILE),
        RequestLineRecorder.recordAll(recipe, commands));
    Files.write(commands.folder().resolve("report.txt"), report);
    return new ClientEvaluation(
        tools, null, null, results.counts(), results.topics(), queries, requests.size());
  }

  private CaseResults runDecode(Recipe recipe, CommandRunner commands, List<String> report)
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
    CommandResult result =
        commands.run(withArguments(recipe.decode(), list.toString(), out.toString()));
    report.add("decode: exit code " + result.exitCode() + " " + result.output());
    CaseResults results = new CaseResults(report);
    for (int i = 0; i < cases.size(); i++) {
      results.add(cases.get(i), out.resolve(Integer.toString(i)));
    }
    return results;
  }

  private int runQueries(Recipe recipe, CommandRunner commands, List<String> report)
      throws IOException, InterruptedException {
    int lossless = 0;
    for (ReplayRequest request : requests) {
      Path out =
          StockClientBuilder.createEmptyFolder(commands, "response").resolve("response.json");
      CommandResult result =
          commands.run(withArguments(recipe.query(), request.driverArguments(out)));
      report.add(
          request.operationId() + ": exit code " + result.exitCode() + " " + result.output());
      if (result.succeeded() && Files.exists(out)) {
        RoundTripLoss loss =
            RoundTripLoss.compare(
                JsonTrees.tree(request.expectedBody()), JsonTrees.tree(Files.readString(out)));
        report.add(request.operationId() + ": " + loss);
        lossless += loss.lost().isEmpty() ? 1 : 0;
      }
    }
    return lossless;
  }

  private static List<String> withArguments(List<String> command, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all;
  }
}
