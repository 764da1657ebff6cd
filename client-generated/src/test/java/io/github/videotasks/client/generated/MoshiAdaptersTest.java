package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonModel;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ModelAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models are read and written without reflection, so shrinkers and native images need no rules. */
class MoshiAdaptersTest {
  private final Moshi moshi = ApiClient.moshi();

  static List<Class<?>> models() throws IOException, URISyntaxException {
    Path classes =
        Path.of(VideoTask.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (GeneratedClasses generated = GeneratedClasses.open(classes);
        Stream<Path> files = Files.list(generated.folder(VideoTask.class.getPackageName()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\w+\\.class") && !name.equals("package-info.class"))
          .<Class<?>>map(name -> GeneratedClasses.loadClass(VideoTask.class, name))
          .filter(JsonModel.class::isAssignableFrom)
          .toList();
    }
  }

  @Test
  void findsGeneratedModels() throws IOException, URISyntaxException {
    assertThat(models()).hasSizeGreaterThan(5).contains(VideoTask.class);
  }

  @ParameterizedTest
  @MethodSource("models")
  void usesGeneratedAdapterForEveryModel(Class<?> model) {
    assertThat(moshi.adapter(model))
        .isInstanceOf(ModelAdapter.class)
        .hasToString("ModelAdapter(" + model.getSimpleName() + ")");
    assertThat(Modifier.isFinal(model.getModifiers())).isTrue();
    assertThat(model.getConstructors()).isEmpty();
  }

  @Test
  void readsAnyJsonValueUnchanged() throws IOException {
    assertThat(moshi.adapter(JsonValue.class).fromJson("{\"a\":[1.50,null]}"))
        .isEqualTo(JsonValue.parse("{\"a\":[1.50,null]}"));
  }

  /**
   * Returns the reflection API names in a class file. {@code Type} is excluded, because Moshi and
   * Retrofit look up adapters by it.
   */
  private static List<String> reflectiveReferences(Path classFile) {
    try {
      return Pattern.compile(
              "java/lang/reflect/(?!Type\\W)\\w+|forName|getDeclared\\w+|newInstance|ServiceLoader|misc/Unsafe")
          .matcher(Files.readString(classFile, StandardCharsets.ISO_8859_1))
          .results()
          .map(it -> classFile.getFileName() + " " + it.group())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void usesNoReflection() throws IOException, URISyntaxException {
    assertUsesNoReflection(ApiClient.class, 30);
    assertUsesNoReflection(JsonValue.class, 30);
    // The scan finds reflection where there is some.
    assertThat(
            reflectiveReferences(
                locationOf(MoshiAdaptersTest.class)
                    .resolve(MoshiAdaptersTest.class.getName().replace('.', '/') + ".class")))
        .isNotEmpty();
  }

  /** Scans all classes in the package of a class and below it. */
  private static void assertUsesNoReflection(Class<?> type, int moreThan)
      throws IOException, URISyntaxException {
    try (GeneratedClasses classes = GeneratedClasses.open(locationOf(type));
        Stream<Path> files = Files.walk(classes.folder(type.getPackageName()))) {
      assertThat(files.filter(it -> it.toString().endsWith(".class")))
          .hasSizeGreaterThan(moreThan)
          // Retrofit names the method of a request by reflection, which OperationServers reads.
          .filteredOn(it -> !it.endsWith("OperationServers.class"))
          .flatMap(MoshiAdaptersTest::reflectiveReferences)
          .isEmpty();
    }
  }

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
