/**
 * Test kit: a virtual clock that a test advances, and a scripted gateway.
 *
 * <p>It is published with the classifier {@code tests}, so it adds nothing at run time:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>io.github.videotasks</groupId>
 *   <artifactId>video-tasks-client-ext</artifactId>
 *   <classifier>tests</classifier>
 *   <scope>test</scope>
 * </dependency>
 * }</pre>
 *
 * <pre>{@code
 * VirtualTime time = new VirtualTime();
 * TaskScript script = new TaskScript(time, "pending", "processing 40", "CONNECTION", "completed");
 * try (VideoTasks tasks = VideoTasks.builder().taskSource(script).scheduler(time).build()) {
 *   CompletableFuture<TaskState> end = tasks.awaitAsync("sora-2:task_1");
 *   time.advance(Duration.ofMinutes(10));
 * }
 * }</pre>
 *
 * <p>Each task can have responses and a file of its own:
 *
 * <pre>{@code
 * TaskScript script =
 *     TaskScript.byId(time)
 *         .task("sora-2:task_1", "processing 40", "completed")
 *         .task("sora-2:task_2", "pending", "REJECTED 400 invalid_id: the id is malformed")
 *         .file("sora-2:task_1", video); // what tasks.download("sora-2:task_1", folder) receives
 * }</pre>
 */
@NullMarked
package io.github.videotasks.ext.testing;

import org.jspecify.annotations.NullMarked;
