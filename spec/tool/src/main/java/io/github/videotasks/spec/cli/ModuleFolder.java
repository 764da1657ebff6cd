package io.github.videotasks.spec.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a module as reports name it, which code hosts read from the root of a repository.
 */
final class ModuleFolder {
  private ModuleFolder() {}

  /** Returns a folder as seen from the current one, such as {@code spec/}; empty when outside. */
  static String of(@Nullable Path folder) {
    Path current = Path.of("").toAbsolutePath().normalize();
    Path module = folder == null ? current : current.resolve(folder).normalize();
    if (!module.startsWith(current) || module.equals(current)) {
      return "";
    }
    return current.relativize(module).toString().replace('\\', '/') + "/";
  }
}
