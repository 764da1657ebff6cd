package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.CommandRunner.CommandResult;
import io.github.videotasks.contract.polyglot.WaitScripts.WaitEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Waits with the driver of a client, which reads the derived table of status values.
 *
 * @param recipe a recipe with a driver that waits
 * @param statusValues {@code status-values.json}
 */
record DriverWaiter(Recipe recipe, CommandRunner commands, Path statusValues) implements Waiter {

  @Override
  public Map<String, WaitEnd> waitForAll(String url, String operation, Collection<String> ids)
      throws IOException, InterruptedException {
    Path folder = StockClientBuilder.createEmptyFolder(commands, "waits");
    Path list = Files.write(folder.resolve("ids.txt"), ids);
    Path out = folder.resolve("out.txt");
    List<String> command = new ArrayList<>(recipe.waits());
    command.add(statusValues.toAbsolutePath().toString());
    command.addAll(List.of(url, "polyglot", operation, list.toString(), out.toString()));
    command.add("0");
    CommandResult result = commands.run(command);
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "expected '%s' to wait, found exit code %d: %s"
              .formatted(String.join(" ", recipe.waits()), result.exitCode(), result.output()));
    }
    Map<String, WaitEnd> ends = new LinkedHashMap<>();
    for (String line : Files.readAllLines(out)) {
      String[] fields = line.split(" ", -1);
      ends.put(fields[0], WaitEnd.valueOf(fields[2]));
    }
    return ends;
  }
}
