package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.payload.Detail;
import io.github.videotasks.ext.payload.DraftInfo;
import io.github.videotasks.ext.payload.PendingInfo;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.polling.PollDecision;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks the statement of the README for newer Java versions: the compiler accepts a switch over
 * the forms of a detail as exhaustive. Java 17 has this switch as a preview, so it is checked there
 * too.
 */
class SealedSwitchTest {

  private static final String SOURCE =
      """
      import io.github.videotasks.ext.payload.Detail;
      class Caller {
        static String describe(Detail detail) {
          return switch (detail) {
            case Detail.Waiting waiting -> "waiting: " + waiting.pendingInfo();
            case Detail.Finished finished -> "finished: " + finished.draftInfo();
            case Detail.Veo veo -> "veo, running: " + veo.isRunning();
            %s
          };
        }
      }
      """;

  @TempDir private Path output;

  private List<String> compileErrors(String lastCase) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Caller.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE.formatted(lastCase);
          }
        };
    int release = Runtime.version().feature();
    Stream<String> preview = release < 21 ? Stream.of("--enable-preview") : Stream.of();
    Stream<String> options =
        Stream.of(
            "--release",
            String.valueOf(release),
            "-proc:none",
            "-d",
            output.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    List<String> all = Stream.concat(preview, options).toList();
    compiler.getTask(null, null, diagnostics, all, null, List.of(source)).call();
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Diagnostic::getCode)
        .toList();
  }

  @Test
  void compilesExhaustiveSwitch() {
    assertThat(compileErrors("case Detail.Unknown unknown -> \"unknown detail\";")).isEmpty();
  }

  @Test
  void rejectsSwitchWithMissingCase() {
    assertThat(compileErrors("")).containsExactly("compiler.err.not.exhaustive");
  }

  /**
   * An additional subtype would leave existing switches without a branch, which in Java fails only
   * at run time. Within a major version a new form is parsed as Unknown.
   */
  @Test
  void keepsPermittedSubtypes() {
    assertThat(permittedSubtypes(Detail.class))
        .containsExactly("Waiting", "Finished", "Veo", "Unknown");
    assertThat(permittedSubtypes(PendingInfo.class)).containsExactly("VideoGen", "Unknown");
    assertThat(permittedSubtypes(DraftInfo.class))
        .containsExactly("Draft", "ContentViolation", "Unknown");
    assertThat(permittedSubtypes(TaskEvent.class))
        .containsExactly("StageChanged", "Regressed", "Stalled", "Ended", "Failed");
    assertThat(permittedSubtypes(PollDecision.class))
        .containsExactly("PollAgain", "Finish", "GiveUp");
    assertThat(Stage.values())
        .extracting(Stage::name)
        .containsExactly("QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED", "UNKNOWN");
  }

  private static Stream<String> permittedSubtypes(Class<?> type) {
    return Stream.of(type.getPermittedSubclasses()).map(Class::getSimpleName);
  }

  @Test
  void listsAllPublicSealedTypes() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.github.videotasks.ext")
                    .stream()
                    .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(each -> each.reflect().isSealed())
                    .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            "Detail", "PendingInfo", "DraftInfo", "TaskEvent", "PollDecision");
  }
}
