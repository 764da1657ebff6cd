package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.ext.VideoTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The gateways of a {@link WorkerNode} from its options. */
final class WorkerGateways {

  /** The name of the second gateway. */
  static final String SECOND = "second";

  private WorkerGateways() {}

  static DurableGateway[] of(Map<String, String> options) throws IOException {
    DurableGateway first =
        limited(gateway(WorkerNode.GATEWAY, options.getOrDefault("gateway", "")), options);
    String file = options.get("polls");
    if (file != null) {
      first =
          limited(
              DurableGateway.of(
                  WorkerNode.GATEWAY, RecordedPolls.to(Path.of(file), first.source())),
              options);
    }
    String second = options.get(SECOND);
    return second == null
        ? new DurableGateway[] {first}
        : new DurableGateway[] {first, limited(gateway(SECOND, second), options)};
  }

  private static DurableGateway limited(DurableGateway gateway, Map<String, String> options) {
    return gateway
        .withRequestsPerSecond(Double.parseDouble(options.getOrDefault("rate", "0")))
        .withMaxInFlight(Integer.parseInt(options.getOrDefault("inflight", "256")));
  }

  private static DurableGateway gateway(String name, String text) {
    if (!text.startsWith("http")) {
      String[] numbers = text.split(",", 3);
      return DurableGateway.of(
          name,
          new SimulatedTasks(
              Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2])));
    }
    VideoTasks tasks =
        VideoTasks.builder().baseUrl(text).apiKey("demo-key").maxRequestsInFlight(256).build();
    return DurableGateway.of(name, tasks);
  }
}
