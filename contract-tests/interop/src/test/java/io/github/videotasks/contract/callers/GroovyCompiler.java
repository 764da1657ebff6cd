package io.github.videotasks.contract.callers;

import groovy.lang.GroovyClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Compiles Groovy programs. It checks types only with {@code @CompileStatic}, and neither nullness
 * nor exhaustiveness over sealed types.
 */
final class GroovyCompiler implements SourceCompiler {

  @Override
  public List<CompilerDiagnostic> compile(List<Path> sources, String classPath, Path classes) {
    CompilerConfiguration options = new CompilerConfiguration();
    options.setClasspath(classPath);
    options.setTargetDirectory(classes.toFile());
    options.setTargetBytecode(CompilerConfiguration.JDK17);
    CompilationUnit unit =
        new CompilationUnit(
            options, null, new GroovyClassLoader(getClass().getClassLoader(), options));
    sources.forEach(each -> unit.addSource(each.toFile()));
    try {
      unit.compile();
      return List.of();
    } catch (MultipleCompilationErrorsException e) {
      return e.getErrorCollector().getErrors().stream()
          .map(SyntaxErrorMessage.class::cast)
          .map(SyntaxErrorMessage::getCause)
          .map(GroovyCompiler::toDiagnostic)
          .toList();
    }
  }

  private static CompilerDiagnostic toDiagnostic(SyntaxException problem) {
    return new CompilerDiagnostic(problem.getLine(), problem.getOriginalMessage());
  }
}
