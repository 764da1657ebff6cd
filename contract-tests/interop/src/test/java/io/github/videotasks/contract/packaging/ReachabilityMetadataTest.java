package io.github.videotasks.contract.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks the metadata for GraalVM's native-image against the code: it names what is there, and all
 * that is used by reflection. No native image is built here.
 */
class ReachabilityMetadataTest {
  private static final Path ROOT = RepositoryLayout.find().root();
  private static final Path GENERATED =
      metadata("client-generated", "video-tasks-client-generated");
  private static final Path EXT = metadata("client-ext", "video-tasks-client-ext");

  /** Calls whose target native-image cannot always find by itself. */
  private static final Pattern REFLECTION =
      Pattern.compile(
          "Class\\.forName|\\.getMethods?\\(|getDeclared|getResource|newProxyInstance"
              + "|[rR]etrofit\\.create\\(|ServiceLoader|getAnnotation\\(");

  private static Path metadata(String module, String artifact) {
    return ROOT.resolve(module)
        .resolve("src/main/resources/META-INF/native-image/io.github.videotasks")
        .resolve(artifact);
  }

  private static JsonNode read(Path file) throws IOException {
    return new JsonMapper().readTree(Files.readAllBytes(file));
  }

  /** The keys that native-image reads; it refuses a file with another one. */
  @Test
  void filesHaveFormatOfTracingAgent() throws IOException {
    assertThat(keys(read(GENERATED.resolve("proxy-config.json")))).containsOnly("interfaces");
    assertThat(keys(read(GENERATED.resolve("reflect-config.json"))))
        .containsOnly("name", "allDeclaredMethods");
    assertThat(keys(read(EXT.resolve("reflect-config.json"))))
        .containsOnly("name", "methods", "parameterTypes");
    assertThat(keys(read(EXT.resolve("resource-config.json"))))
        .containsOnly("resources", "includes", "pattern");
  }

  /** Returns the keys of all objects of a document. */
  private static Set<String> keys(JsonNode document) {
    Set<String> keys = new TreeSet<>();
    for (JsonNode value : document) {
      keys.addAll(keys(value));
    }
    document.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void everyGeneratedInterfaceIsProxy() throws IOException {
    Set<String> interfaces = new TreeSet<>();
    Path folder = ROOT.resolve("client-generated/target/classes/io/github/videotasks/client/api");
    try (Stream<Path> classes = Files.list(folder)) {
      classes
          .map(file -> file.getFileName().toString().replace(".class", ""))
          .filter(name -> !name.equals("package-info"))
          .forEach(name -> interfaces.add(VideoTasksApi.class.getPackageName() + "." + name));
    }
    Set<String> proxies = new TreeSet<>();
    read(GENERATED.resolve("proxy-config.json"))
        .forEach(proxy -> proxies.add(proxy.path("interfaces").path(0).asText()));
    Set<String> read = new TreeSet<>();
    read(GENERATED.resolve("reflect-config.json"))
        .forEach(type -> read.add(type.path("name").asText()));

    assertThat(interfaces).contains(VideoTasksApi.class.getName());
    assertThat(proxies).isEqualTo(interfaces);
    assertThat(read).isEqualTo(interfaces);
  }

  /** Of the JDK; it is compiled for 17 and uses virtual threads of 21. */
  @Test
  void methodsOfTheJdkExist() throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode type : read(EXT.resolve("reflect-config.json"))) {
      for (JsonNode method : type.path("methods")) {
        found.add(describe(type.path("name").asText(), method));
      }
    }
    assertThat(found)
        .containsExactlyElementsOf(
            Runtime.version().feature() < 21
                ? List.of(
                    "java.lang.Thread.ofVirtual: newer",
                    "java.lang.Thread$Builder.name: newer",
                    "java.lang.Thread$Builder.factory: newer")
                : List.of(
                    "java.lang.Thread.ofVirtual",
                    "java.lang.Thread$Builder.name",
                    "java.lang.Thread$Builder.factory"));
  }

  private static String describe(String type, JsonNode method) {
    String name = type + "." + method.path("name").asText();
    try {
      List<Class<?>> parameters = new ArrayList<>();
      for (JsonNode parameter : method.path("parameterTypes")) {
        parameters.add(Class.forName(parameter.asText()));
      }
      Class.forName(type)
          .getMethod(method.path("name").asText(), parameters.toArray(new Class<?>[0]));
      return name;
    } catch (ReflectiveOperationException e) {
      return name + ": newer";
    }
  }

  @Test
  void resourceIsInTheJar() throws IOException {
    JsonNode includes =
        read(EXT.resolve("resource-config.json")).path("resources").path("includes");
    Pattern pattern = Pattern.compile(includes.path(0).path("pattern").asText());

    assertThat(includes).hasSize(1);
    try (Stream<Path> files = Files.walk(ROOT.resolve("client-ext/target/classes"))) {
      assertThat(files.map(file -> ROOT.resolve("client-ext/target/classes").relativize(file)))
          .filteredOn(file -> pattern.matcher(file.toString().replace('\\', '/')).matches())
          .containsExactly(Path.of("io/github/videotasks/ext/http/version.txt"));
    }
  }

  @Test
  void noOtherClassUsesReflection() throws IOException {
    assertThat(Stream.of("client-ext", "client-generated/runtime").flatMap(this::usersOfReflection))
        .as("describe the use in META-INF/native-image and META-INF/proguard, then list it here")
        .containsExactlyInAnyOrder(
            "OperationServers.java", // An annotation of the generated interface.
            "TaskCalls.java", // The generated interface; applications describe their own.
            "GatewayClient.java", // Interfaces of applications.
            "UserAgent.java", // version.txt
            "VirtualThreads.java"); // Methods of Java 21.
  }

  private Stream<String> usersOfReflection(String module) {
    List<String> users = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (REFLECTION.matcher(Files.readString(file)).find()) {
          users.add(file.getFileName().toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return users.stream();
  }
}
