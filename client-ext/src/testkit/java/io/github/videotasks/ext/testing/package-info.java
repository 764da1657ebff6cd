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
 */
@NullMarked
package io.github.videotasks.ext.testing;

import org.jspecify.annotations.NullMarked;
