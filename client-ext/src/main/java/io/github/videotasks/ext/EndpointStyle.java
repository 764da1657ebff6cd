package io.github.videotasks.ext;

import io.github.videotasks.ext.http.TaskOperation;
import io.github.videotasks.ext.polling.WaitSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of a gateway that returns a task: one of the two of the contract, or another path.
 * Each may respond in any of the formats. Immutable; two are equal if their templates are.
 */
public final class EndpointStyle {

  /** {@code GET /v1/video/query?id={id}}, the gateways' own endpoint. */
  public static final EndpointStyle UNIFIED = new EndpointStyle(TaskOperation.UNIFIED);

  /** {@code GET /v1/videos/{id}}, as in OpenAI's API. */
  public static final EndpointStyle OPENAI = new EndpointStyle(TaskOperation.OPENAI);

  private final TaskOperation operation;

  private EndpointStyle(TaskOperation operation) {
    this.operation = operation;
  }

  /**
   * Returns the endpoint with another path, for gateways that have neither of the two. It is
   * requested with GET below the base URL, and its id is checked and percent-encoded as for the
   * two.
   *
   * @param template a path that starts with {@code /} and contains {@code {id}} exactly once, as a
   *     whole path segment ({@code /v1/video/generations/{id}}) or as a whole query value ({@code
   *     /v1/query?task={id}}); without scheme, host, fragment, dot segments, and percent escapes in
   *     its path; at most 500 characters. It is stored in snapshots and may be part of messages, so
   *     it must not contain secrets.
   * @return {@link #UNIFIED} or {@link #OPENAI} if the template is theirs
   * @throws IllegalArgumentException if the template is not valid
   */
  public static EndpointStyle path(String template) {
    return of(TaskOperation.ofPath(template));
  }

  /**
   * {@return the endpoint with a name, for example from a configuration}
   *
   * @param name {@code UNIFIED}, {@code OPENAI}, or a template as for {@link #path}
   * @throws IllegalArgumentException if it is none of them
   */
  public static EndpointStyle valueOf(String name) {
    return of(TaskOperation.ofName(name));
  }

  private static EndpointStyle of(TaskOperation operation) {
    if (operation.equals(TaskOperation.UNIFIED)) {
      return UNIFIED;
    }
    return operation.equals(TaskOperation.OPENAI) ? OPENAI : new EndpointStyle(operation);
  }

  /** {@return the path below the base URL, with {@code {id}} for the id} */
  public String template() {
    return operation.template();
  }

  TaskOperation operation() {
    return operation;
  }

  /** Restores the endpoint of a wait. The message of the exception does not quote the snapshot. */
  static EndpointStyle fromSnapshot(WaitSnapshot snapshot) {
    try {
      return valueOf(snapshot.endpoint());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "wait snapshot of task %s: expected one of the endpoints [UNIFIED, OPENAI] or a path with {id}, found another one; set CallOptions.endpoint"
              .formatted(snapshot.id()));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EndpointStyle style && style.operation.equals(operation);
  }

  @Override
  public int hashCode() {
    return operation.hashCode();
  }

  /** Returns the {@link #template}. */
  @Override
  public String toString() {
    return template();
  }
}
