package io.github.videotasks.contract.callers;

import java.nio.file.Path;
import java.util.List;

/** Compiler of one language in its strictest mode: every warning is an error. */
interface SourceCompiler {

  /**
   * Compiles source files together.
   *
   * @param sources the source files
   * @param classPath class path to compile against
   * @param classes existing folder for the class files
   * @return errors and warnings, empty if there are none
   */
  List<CompilerDiagnostic> compile(List<Path> sources, String classPath, Path classes);
}
