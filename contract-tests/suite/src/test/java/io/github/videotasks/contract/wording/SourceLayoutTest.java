package io.github.videotasks.contract.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests that class names are unique, files are short, and packages are described. */
class SourceLayoutTest {

  private static final int MAX_LINES = 400;

  /** A top-level type: the formatter indents all others. */
  private static final Pattern TOP_LEVEL_TYPE =
      Pattern.compile(
          "(?m)^(?:(?:public|final|abstract|sealed|non-sealed)"
              + " )*(?:class|interface|@interface|enum|record) (\\w+)");

  /** Module, package folder and name of a class. */
  private static final Pattern CLASS_FILE =
      Pattern.compile("(.*)/src/(?:main|test|testkit|bench)/java/(.+)/([^/]+)\\.java");

  private static List<SourceFile> files = List.of();

  @BeforeAll
  static void readSources() throws IOException {
    files = SourceFile.readAll(RepositoryLayout.find().root());
  }

  /** One term for one thing. Programs of other builds in src/polyglot repeat their names. */
  @Test
  void simpleClassNamesAreUnique() {
    Map<String, List<String>> pathsByName =
        files.stream()
            .filter(file -> file.isJava() && !file.path().contains("/src/polyglot/"))
            .flatMap(file -> topLevelTypes(file).map(name -> Map.entry(name, file.path())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

    assertThat(pathsByName).hasSizeGreaterThan(400);
    pathsByName.values().removeIf(paths -> paths.size() == 1);
    assertThat(pathsByName).as("Give each class a more precise name").isEmpty();
  }

  @Test
  void mainClassesAndPomsAreShort() {
    assertThat(files)
        .filteredOn(file -> file.isMainCode() || file.path().endsWith("pom.xml"))
        .hasSizeGreaterThan(200)
        .filteredOn(file -> file.text().lines().count() > MAX_LINES)
        .extracting(file -> file.path() + ": " + file.text().lines().count() + " lines")
        .as("Split files of more than %s lines", MAX_LINES)
        .isEmpty();
  }

  /** A test package with the name of a main package needs no second description. */
  @Test
  void packagesAreDescribed() {
    Map<String, Set<String>> classesByPackage =
        files.stream()
            .flatMap(file -> CLASS_FILE.matcher(file.path()).results())
            .collect(
                Collectors.groupingBy(
                    match -> match.group(1) + ": " + match.group(2),
                    TreeMap::new,
                    Collectors.mapping(match -> match.group(3), Collectors.toSet())));

    assertThat(classesByPackage).hasSizeGreaterThan(40);
    classesByPackage.values().removeIf(classes -> classes.contains("package-info"));
    assertThat(classesByPackage.keySet()).as("Add package-info.java").isEmpty();
  }

  /** A split package cannot be used on the module path. */
  @Test
  void eachPackageIsInOneModule() {
    Map<String, Set<String>> modulesByPackage =
        files.stream()
            .filter(file -> !file.path().contains("/src/polyglot/"))
            .flatMap(file -> CLASS_FILE.matcher(file.path()).results())
            .collect(
                Collectors.groupingBy(
                    match -> match.group(2),
                    TreeMap::new,
                    Collectors.mapping(match -> match.group(1), Collectors.toSet())));

    assertThat(modulesByPackage).hasSizeGreaterThan(40);
    modulesByPackage.values().removeIf(modules -> modules.size() == 1);
    assertThat(modulesByPackage).as("Give the package of one module another name").isEmpty();
  }

  private static Stream<String> topLevelTypes(SourceFile file) {
    return TOP_LEVEL_TYPE.matcher(file.code()).results().map(match -> match.group(1));
  }
}
