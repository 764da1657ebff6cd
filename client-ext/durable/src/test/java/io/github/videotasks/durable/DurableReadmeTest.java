package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compiles and runs the example of the README. */
class DurableReadmeTest {

  private static DurableWaits start(DataSource dataSource, DurableGateway chainhub) {
    // README: begin
    DurableWaits waits =
        DurableWaits.on(dataSource, chainhub.withRequestsPerSecond(50).withMaxInFlight(100))
            .build(); // creates the tables if they do not exist
    waits.events(OrderEvents::finishOrder);
    waits.start();
    waits.watch("chainhub", "sora-2:task_1", WaitPolicy.defaults());
    // README: end
    return waits;
  }

  static final class OrderEvents {
    // README: begin
    static void finishOrder(WaitEvent event, Connection transaction) throws SQLException {
      String sql = "update shop_order set state = ? where task = ?"; // in the same transaction
      try (PreparedStatement update = transaction.prepareStatement(sql)) {
        update.setString(1, event.outcome().name()); // SUCCEEDED, FAILED, CANCELLED, …
        update.setString(2, event.task());
        update.executeUpdate();
      }
    }

    // README: end
  }

  @Test
  void matchesReadme() throws IOException {
    String[] parts =
        Files.readString(
                Path.of("src/test/java/io/github/videotasks/durable/DurableReadmeTest.java"))
            .split("// README: (?:begin|end)\\R", 5);
    assertThat(Files.readString(Path.of("README.md")))
        .contains("```java\n" + parts[1].stripIndent().strip() + "\n```")
        .contains("```java\n" + parts[3].stripIndent().strip() + "\n```");
  }

  @Test
  @Timeout(60)
  void runs() {
    try (TestDatabase test = TestDatabase.create()) {
      test.execute("create table shop_order (task text, state text)");
      test.execute("insert into shop_order values ('sora-2:task_1', 'OPEN')");
      DurableGateway gateway = DurableGateway.of("chainhub", TestNode.always("completed"));
      try (DurableWaits waits = start(test.dataSource(), gateway)) {
        test.await("select count(*) from shop_order where state = 'OPEN'", open -> open == 0);
        assertThat(waits.state("chainhub", "sora-2:task_1")).isInstanceOf(WaitState.Ended.class);
      }
      assertThat(test.text("select state from shop_order")).isEqualTo("SUCCEEDED");
    }
  }
}
