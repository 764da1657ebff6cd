package io.github.videotasks.contract.consumerbuild;

import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Programs of a checkout after its installation, with a finished task of the replay server. */
record InstalledCheckout(Path root, String version) {

  /** Returns what the command line prints about the task. */
  String commandLine(ContractCases cases) throws IOException, InterruptedException {
    try (ReplayServer gateway = start(cases)) {
      String script = root.resolve("client-ext/cli/target/video-tasks").toString();
      String url = gateway.baseUrl().toString();
      return run(List.of(script, "get", "finished", "--gateway", url));
    }
  }

  /** Returns what the Python waiter of the zip writes about the task. */
  String python(ContractCases cases, Path folder) throws IOException, InterruptedException {
    unzip(
        root.resolve("spec/contract/target/video-tasks-spec-" + version + "-contract.zip"), folder);
    Path ids = Files.writeString(folder.resolve("ids.txt"), "finished");
    Path out = folder.resolve("out.txt");
    try (ReplayServer gateway = start(cases)) {
      List<String> command = new ArrayList<>(List.of("python3", folder + "/waiter/wait.py"));
      command.addAll(List.of(folder + "/status-values.json", gateway.baseUrl().toString()));
      command.addAll(List.of("any-key", "queryVideoTask", ids.toString(), out.toString(), "1"));
      run(command);
    }
    return Files.readString(out);
  }

  private static ReplayServer start(ContractCases cases) {
    return ReplayServer.start(cases.forProvider(cases.catalogue().provider("jxincm-sora")));
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("VIDEO_TASKS_API_KEY", "any-key");
    builder.environment().put("VIDEO_TASKS_CDS", "off");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("expected exit code 0 of " + command + ", found: " + output);
    }
    return output;
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
        Path target = folder.resolve(each.getName());
        if (each.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          Files.copy(entries, target);
        }
      }
    }
  }
}
