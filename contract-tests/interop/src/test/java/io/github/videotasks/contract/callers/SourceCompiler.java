package io.github.videotasks.contract.callers;

import java.nio.file.Path;
import java.util.List;

/** A compiler of one language, at its strictest: a warning refuses a program. */
interface SourceCompiler {

  /**
   * Compiles some files at once.
   *
   * @param classPath what they are compiled against
   * @param classes an existing folder, for what comes out
   * @return empty if the files compiled without a complaint
   */
  List<CompilerDiagnostic> compile(List<Path> sources, String classPath, Path classes);
}
