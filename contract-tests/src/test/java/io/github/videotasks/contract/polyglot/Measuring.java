package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.videotasks.contract.polyglot.Cases.Case;
import io.github.videotasks.contract.polyglot.Cases.Kind;
import io.github.videotasks.contract.polyglot.Commands.Said;
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
final class Measuring {
  private final Workshop workshop;
  private final List<Case> cases;
  private final List<Asking> askings;

  Measuring(Workshop workshop, List<Case> cases, List<Asking> askings) {
    this.workshop = workshop;
    this.cases = cases;
    this.askings = askings;
  }

  Measured of(String name, Recipe recipe) throws IOException, InterruptedException {
    Commands commands = workshop.open(name, recipe);
    Map<String, String> versions = new LinkedHashMap<>();
    if (Workshop.generates(commands)) {
      versions.put("OpenAPI Generator", workshop.generatorVersion());
    }
    String missing = Workshop.missing(recipe, commands, versions);
    if (!missing.isEmpty()) {
      return Measured.missing("no " + missing);
    }
    if (recipe.decode().isEmpty()) {
      return Measured.missing("a driver that somebody could try");
    }
    String tools =
        versions.entrySet().stream()
            .map(tool -> tool.getKey() + " " + tool.getValue())
            .collect(Collectors.joining(", "));
    List<String> report = new ArrayList<>();
    String failure = workshop.build(recipe, commands);
    if (!failure.isEmpty()) {
      report.add(failure);
      Files.write(commands.folder().resolve("report.txt"), report);
      return Measured.broken(tools, failure);
    }
    Map<Kind, Tally> tallies = decode(recipe, commands, report);
    int queries = query(recipe, commands, report);
    Files.writeString(
        commands.folder().resolve(RequestLines.FILE), RequestLines.of(recipe, commands));
    Files.write(commands.folder().resolve("report.txt"), report);
    return new Measured(tools, null, null, tallies, queries, askings.size());
  }

  private Map<Kind, Tally> decode(Recipe recipe, Commands commands, List<String> report)
      throws IOException, InterruptedException {
    Path in = Workshop.emptied(commands, "in");
    Path out = Workshop.emptied(commands, "out");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Path file = in.resolve(i + ".json");
      Files.writeString(file, cases.get(i).json());
      names.add(file.toString());
    }
    Path list = Files.write(in.resolve("list.txt"), names);
    Said said = commands.run(with(recipe.decode(), list.toString(), out.toString()));
    report.add("decode: exit code " + said.exit() + " " + said.text());
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      Tally before = tallies.getOrDefault(each.kind(), Tally.NONE);
      tallies.put(each.kind(), judge(each, out.resolve(Integer.toString(i)), before, report));
    }
    return tallies;
  }

  private static Tally judge(Case each, Path out, Tally before, List<String> report)
      throws IOException {
    Path written = Path.of(out + ".json");
    Path error = Path.of(out + ".error");
    if (!Files.exists(written)) {
      String why = Files.exists(error) ? Files.readString(error) : "wrote nothing";
      report.add(each.kind() + " " + each.name() + ": refused: " + why);
      return before.refused();
    }
    try {
      Loss loss = Loss.between(Json.tree(each.json()), Json.tree(Files.readString(written)));
      report.add(each.kind() + " " + each.name() + ": " + loss);
      return before.read(loss);
    } catch (JsonProcessingException e) {
      report.add(each.kind() + " " + each.name() + ": wrote no JSON: " + e.getOriginalMessage());
      return before.refused();
    }
  }

  private int query(Recipe recipe, Commands commands, List<String> report)
      throws IOException, InterruptedException {
    int answered = 0;
    for (Asking asking : askings) {
      Path out = Workshop.emptied(commands, "answer").resolve("answer.json");
      Said said = commands.run(with(recipe.query(), asking.words(out)));
      report.add(asking.operation() + ": exit code " + said.exit() + " " + said.text());
      if (said.ok() && Files.exists(out)) {
        Loss loss = Loss.between(Json.tree(asking.answer()), Json.tree(Files.readString(out)));
        report.add(asking.operation() + ": " + loss);
        answered += loss.lost().isEmpty() ? 1 : 0;
      }
    }
    return answered;
  }

  private static List<String> with(List<String> command, String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    return all;
  }
}
