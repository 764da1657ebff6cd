package io.github.videotasks.contract.callers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.common.arguments.K2JVMCompilerArguments;
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSeverity;
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSourceLocation;
import org.jetbrains.kotlin.cli.common.messages.MessageCollector;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.jetbrains.kotlin.config.Services;
import org.jspecify.annotations.Nullable;

/** Compiles Kotlin programs. Since Kotlin 2.1 it checks JSpecify nullness without an option. */
final class KotlinCompiler implements SourceCompiler {

  @Override
  public List<CompilerDiagnostic> compile(List<Path> sources, String classPath, Path classes) {
    K2JVMCompilerArguments options = new K2JVMCompilerArguments();
    options.setFreeArgs(sources.stream().map(Path::toString).toList());
    options.setClasspath(classPath);
    options.setDestination(classes.toString());
    options.setJvmTarget("17");
    options.setAllWarningsAsErrors(true);
    // kotlin-stdlib is on the class path of every consumer.
    options.setNoStdlib(true);
    options.setNoReflect(true);
    DiagnosticCollector collector = new DiagnosticCollector();
    ExitCode exit = new K2JVMCompiler().exec(collector, Services.EMPTY, options);
    if ((exit == ExitCode.OK) != collector.diagnostics.isEmpty()) {
      throw new IllegalStateException(exit + " with " + collector.diagnostics);
    }
    return collector.diagnostics;
  }

  private static final class DiagnosticCollector implements MessageCollector {
    private final List<CompilerDiagnostic> diagnostics = new ArrayList<>();

    @Override
    public void report(
        CompilerMessageSeverity severity,
        String message,
        @Nullable CompilerMessageSourceLocation location) {
      if (severity.isError() || severity.isWarning()) {
        diagnostics.add(new CompilerDiagnostic(location == null ? 0 : location.getLine(), message));
      }
    }

    @Override
    public boolean hasErrors() {
      return !diagnostics.isEmpty();
    }

    @Override
    public void clear() {
      diagnostics.clear();
    }
  }
}
