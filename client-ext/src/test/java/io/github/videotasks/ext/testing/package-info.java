/**
 * The test kit: a clock that a test moves, and gateways that play a script.
 *
 * <p>It is the artifact's {@code tests} classifier, so it costs nothing at run time:
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
 * CompletableFuture<TaskState> end =
 *     new Waiter(script, time).await(new TaskId("a"), WaitPolicy.defaults(), listener);
 * time.pass(Duration.ofMinutes(10));
 * }</pre>
 */
@NullMarked
package io.github.videotasks.ext.testing;

import org.jspecify.annotations.NullMarked;
