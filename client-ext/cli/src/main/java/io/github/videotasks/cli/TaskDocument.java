package io.github.videotasks.cli;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.TaskFailure;
import io.github.videotasks.ext.payload.TaskState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A result as one line of JSON. Properties without a value are absent. */
final class TaskDocument {
  private static final int MAX_TEXT = 1_000;

  private final Map<String, JsonValue> properties = new LinkedHashMap<>();

  /**
   * Returns a task.
   *
   * @param url returns the URL of a file as it may be printed
   */
  static TaskDocument of(TaskState task, Function<Asset, String> url) {
    TaskDocument document =
        new TaskDocument()
            .with("id", task.id().value())
            .with("stage", task.stage().name())
            .with("status", masked(task.status()));
    Integer progress = task.progress();
    if (progress != null) {
      document.properties.put("progress", JsonValue.of(progress));
    }
    document.with("createdAt", task.createdAt()).with("completedAt", task.completedAt());
    List<JsonValue> files = new ArrayList<>();
    for (Asset asset : task.assets()) {
      files.add(
          new TaskDocument()
              .with("kind", asset.kind().name())
              .with("url", url.apply(asset))
              .with("expiresAt", asset.expiresAt())
              .value());
    }
    document.properties.put("files", JsonValue.of(files));
    TaskFailure failure = task.failure();
    return failure == null ? document : document.with("failure", of(failure));
  }

  private static TaskDocument of(TaskFailure failure) {
    return new TaskDocument()
        .with("kind", failure.kind().name())
        .with("code", masked(failure.code()))
        .with("message", masked(failure.message()));
  }

  /** Returns a downloaded file. */
  static TaskDocument of(Download download) {
    TaskDocument document =
        new TaskDocument()
            .with("id", download.id().value())
            .with("kind", download.kind().name())
            .with("file", download.path());
    document.properties.put("bytes", JsonValue.of(download.bytes()));
    return document.with("sha256", download.sha256()).with("mediaType", download.mediaType());
  }

  /** Returns an error that ended a wait. */
  static TaskDocument of(Throwable error) {
    TaskDocument document = new TaskDocument();
    Throwable cause = ExitStatus.unwrap(error);
    if (cause instanceof VideoTasksException e) {
      document.with("kind", e.kind().name());
    }
    return document.with("message", ExitStatus.message(cause));
  }

  /** Adds a text; nothing if it is null. */
  TaskDocument with(String name, @Nullable Object text) {
    if (text != null) {
      properties.put(name, JsonValue.of(text.toString()));
    }
    return this;
  }

  /** Adds an object. */
  TaskDocument with(String name, TaskDocument object) {
    properties.put(name, object.value());
    return this;
  }

  private JsonValue value() {
    return JsonValue.of(properties);
  }

  private static @Nullable String masked(@Nullable String text) {
    return text == null ? null : MaskedExcerpt.of(text, MAX_TEXT);
  }

  /** Returns one line of JSON, in which all characters that a terminal obeys are escaped. */
  String line() {
    return UnprintableText.replace(value().json(), TaskDocument::escape);
  }

  private static String escape(String character) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < character.length(); i++) {
      escaped.append("\\u").append("%04x".formatted((int) character.charAt(i)));
    }
    return escaped.toString();
  }
}
