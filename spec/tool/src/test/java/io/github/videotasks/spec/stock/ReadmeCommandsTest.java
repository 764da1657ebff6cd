package io.github.videotasks.spec.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Each command of {@code spec/LANGUAGES.md} generates a client. */
class ReadmeCommandsTest {
  private static final Pattern SECTION =
      Pattern.compile("(?m)^### (\\S+)\n\n```\nopenapi-generator-cli generate (.*)\n```$");
  private static final Pattern OPTION = Pattern.compile("--?([a-z-]+)[= ](\\S+)");

  @TempDir Path folder;

  static Stream<Map.Entry<String, String>> commands() throws IOException {
    Map<String, String> commands = new LinkedHashMap<>();
    Matcher sections = SECTION.matcher(Files.readString(Path.of("../LANGUAGES.md")));
    while (sections.find()) {
      commands.put(sections.group(1), sections.group(2));
    }
    return commands.entrySet().stream();
  }

  @Test
  void coversTenLanguages() throws IOException {
    assertThat(commands().map(Map.Entry::getKey))
        .containsExactly(
            "Java", "Kotlin", "TypeScript", "Python", "Go", "Rust", "C#", "Swift", "PHP", "Ruby");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void generatesModelAndApi(Map.Entry<String, String> command) throws IOException {
    StockGenerator.runSilently(options(command.getValue()));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(ReadmeCommandsTest::normalizedFileName))
          .anyMatch(name -> name.matches("(model)?videotask\\.[a-z]+"))
          .anyMatch(name -> name.matches("(api)?videotasks(api)?\\.[a-z]+"));
    }
  }

  private CodegenConfigurator options(String command) {
    CodegenConfigurator options = new CodegenConfigurator();
    Matcher option = OPTION.matcher(command);
    while (option.find()) {
      String value = option.group(2);
      switch (option.group(1)) {
        case "i" -> options.setInputSpec("../canonical/" + value);
        case "o" -> options.setOutputDir(folder.resolve(value).toString());
        case "g" -> options.setGeneratorName(value);
        case "library" -> options.setLibrary(value);
        case "additional-properties" -> {
          String[] property = value.split("=", 2);
          options.addAdditionalProperty(property[0], property[1]);
        }
        default -> throw new AssertionError("expected a known option, found " + option.group());
      }
    }
    return options;
  }

  /** Naming conventions of files differ between languages. */
  private static String normalizedFileName(Path file) {
    return Objects.requireNonNull(file.getFileName())
        .toString()
        .toLowerCase(Locale.ROOT)
        .replace("_", "");
  }
}
