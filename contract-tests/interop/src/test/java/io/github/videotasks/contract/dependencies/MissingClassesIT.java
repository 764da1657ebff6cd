package io.github.videotasks.contract.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The executable jars contain every class that they refer to, except those listed with a reason. A
 * test on the class path does not notice a class that the jar lacks.
 */
class MissingClassesIT {

  private static final Path LIST = Path.of("src/test/missing-classes.txt");
  private static final Pattern MISSING = Pattern.compile("^ +(\\S+) +-> (\\S+) +not found$");

  /** A line of the list, or a pair of classes that jdeps found. */
  private record Reference(String from, String to) {
    boolean contains(Reference found) {
      return found.from.startsWith(from) && found.to.startsWith(to);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "contract-verifier.jar, ../verifier/target/contract-verifier.jar",
    "video-tasks.jar, ../../client-ext/cli/target/video-tasks.jar",
    "spec-tool.jar, ../../spec/tool/target/spec-tool.jar"
  })
  void lacksOnlyListedClasses(String name, Path jar) throws IOException {
    List<Reference> listed = readList(name);
    List<Reference> found = findMissing(jar);

    assertThat(found).as("what jdeps found in %s", jar).hasSizeGreaterThan(10);
    assertThat(found)
        .as("not in %s; put the class into the jar, or list why nothing needs it", LIST)
        .filteredOn(reference -> listed.stream().noneMatch(line -> line.contains(reference)))
        .isEmpty();
    assertThat(listed)
        .as("lines of %s that are no longer needed; delete them", LIST)
        .filteredOn(line -> found.stream().noneMatch(line::contains))
        .isEmpty();
  }

  private static List<Reference> readList(String jar) throws IOException {
    return Files.readAllLines(LIST).stream()
        .map(line -> line.split("\\|", 4))
        .filter(columns -> columns[0].strip().equals(jar))
        .map(columns -> new Reference(columns[1].strip(), columns[2].strip()))
        .toList();
  }

  private static List<Reference> findMissing(Path jar) {
    StringWriter output = new StringWriter();
    PrintWriter out = new PrintWriter(output);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    jdeps.run(out, out, "--multi-release", "17", "--missing-deps", jar.toString());
    TreeSet<String> lines = new TreeSet<>(output.toString().lines().toList());
    return lines.stream()
        .map(MISSING::matcher)
        .filter(Matcher::matches)
        .map(line -> new Reference(line.group(1), line.group(2)))
        .toList();
  }
}
