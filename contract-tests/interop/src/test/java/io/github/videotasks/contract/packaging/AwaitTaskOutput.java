package io.github.videotasks.contract.packaging;

/** What the application of src/test/module-path prints for the tasks of {@link HttpsTaskServer}. */
final class AwaitTaskOutput {
  static final String EXPECTED =
      """
      query: QUEUED waiting
      snapshot: %s
      await: SUCCEEDED finished
      generated: completed
      """
          .formatted(HttpsTaskServer.TASK_ID);

  private AwaitTaskOutput() {}
}
