package io.github.videotasks.contract.examples;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/**
 * The two processes of {@link OrdersOnTwoProcesses}, on a real PostgreSQL of the Maven repository.
 */
final class DurableExample {

  private DurableExample() {}

  /** Runs the program with the JDBC URL and the name of the step. */
  @FunctionalInterface
  interface Program {
    void run(String url, String step) throws IOException, InterruptedException;
  }

  static void run(Program program) throws IOException, InterruptedException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
      String url = database.getJdbcUrl("postgres", "postgres");
      program.run(url, "order");
      program.run(url, "poll");
    }
  }
}
