package io.github.videotasks.ext;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonModel;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that the library writes no JSON property name of the contract as a literal. With the
 * generated constant, a property that is renamed in the contract breaks the compile.
 */
class DeclaredNamesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/videotasks/ext");
  private static final List<String> PACKAGES = List.of("payload", "http", "polling");

  /** Their literals are the property names of a snapshot, which this library defines. */
  private static final Set<String> SNAPSHOT_FORMAT =
      Set.of("SnapshotJson.java", "SnapshotFields.java");

  /**
   * Literals that equal a declared name but are not a property name, each with the reason, such as
   * {@code "StageMapping.java: error", "a status value"}. There are none at present.
   */
  private static final Map<String, String> ALLOWED = Map.of();

  /** A name, or names separated by dots; also the start or end of such a path. */
  private static final Pattern PROPERTY_PATH = Pattern.compile("\\w*(\\.\\w*)*");

  /** The constants for each declared name, such as {@code TaskDetail.URL or TaskDraftInfo.URL}. */
  private static final Map<String, String> CONSTANTS = constants();

  private record Literal(String file, long line, String text) {

    private String allowedKey() {
      return Path.of(file).getFileName() + ": " + text;
    }

    private Stream<String> declaredNames() {
      return PROPERTY_PATH.matcher(text).matches()
          ? Arrays.stream(text.split("\\.", -1)).filter(CONSTANTS::containsKey)
          : Stream.empty();
    }

    /** Returns the message for a literal with declared names; null for any other literal. */
    private @Nullable String problem() {
      String constants =
          declaredNames().map(name -> name + " -> " + CONSTANTS.get(name)).collect(joining(", "));
      return constants.isEmpty()
          ? null
          : "%s:%d: literal \"%s\", use the constant %s".formatted(file, line, text, constants);
    }
  }

  @Test
  void declaredNamesAreConstants() throws IOException {
    assertThat(libraryLiterals().filter(literal -> !ALLOWED.containsKey(literal.allowedKey())))
        .extracting(Literal::problem)
        .filteredOn(problem -> problem != null)
        .as("literals that the contract declares as property names; or add them to ALLOWED")
        .isEmpty();
  }

  @Test
  void everyAllowedLiteralOccurs() throws IOException {
    assertThat(
            libraryLiterals()
                .filter(literal -> literal.problem() != null)
                .map(Literal::allowedKey)
                .filter(ALLOWED::containsKey)
                .collect(toSet()))
        .as("entries of ALLOWED that occur; remove the others")
        .isEqualTo(ALLOWED.keySet());
  }

  @Test
  void reportsNamesAndPaths(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Sample.java");
    Files.writeString(
        file,
        """
        class Sample {
          String name = "video_url";
          String path = "output.video_url";
          String other = "no property: video_url";
        }
        """);

    assertThat(literals(List.of(file)).stream().map(Literal::problem))
        .containsExactly(
            file + ":2: literal \"video_url\", use the constant video_url -> VideoTask.VIDEO_URL",
            file
                + ":3: literal \"output.video_url\", use the constant video_url ->"
                + " VideoTask.VIDEO_URL",
            null);
  }

  private static Map<String, String> constants() {
    return new ClassFileImporter()
        .importPackages(VideoTask.class.getPackageName()).stream()
            .<Class<?>>map(JavaClass::reflect)
            .filter(JsonModel.class::isAssignableFrom)
            .flatMap(model -> Arrays.stream(model.getDeclaredFields()))
            .filter(DeclaredNamesTest::isNameConstant)
            .collect(
                groupingBy(
                    DeclaredNamesTest::value,
                    TreeMap::new,
                    mapping(
                        field -> field.getDeclaringClass().getSimpleName() + "." + field.getName(),
                        joining(" or "))));
  }

  private static boolean isNameConstant(Field field) {
    return field.getType() == String.class
        && Modifier.isPublic(field.getModifiers())
        && Modifier.isStatic(field.getModifiers());
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Literal> libraryLiterals() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : PACKAGES) {
      try (Stream<Path> paths = Files.list(SOURCES.resolve(folder))) {
        paths
            .filter(path -> path.toString().endsWith(".java"))
            .filter(Predicate.not(path -> SNAPSHOT_FORMAT.contains(path.getFileName().toString())))
            .sorted()
            .forEach(files::add);
      }
    }
    return literals(files).stream();
  }

  private static List<Literal> literals(List<Path> files) throws IOException {
    List<Literal> literals = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(
            new TreeScanner<@Nullable Void, @Nullable Void>() {
              @Override
              public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                if (literal.getValue() instanceof String text) {
                  long line =
                      unit.getLineMap().getLineNumber(positions.getStartPosition(unit, literal));
                  literals.add(new Literal(unit.getSourceFile().getName(), line, text));
                }
                return null;
              }
            },
            null);
      }
    }
    return literals;
  }
}
