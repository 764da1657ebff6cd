package io.github.videotasks.client.generated.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.cli.SpecTool;
import io.github.videotasks.templates.RetrofitMoshiGenerator;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** The client of one folder of pages: merged, generated with the templates and compiled. */
final class WireClient {
  private static final String ROOT_PACKAGE = "io.github.videotasks.client.generated.wire.";
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final String clientPackage;
  private final JsonNode contract;
  private final ClassLoader classes;
  private final List<Class<?>> apis = new ArrayList<>();

  private WireClient(String clientPackage, JsonNode contract, Path compiled) {
    this.clientPackage = clientPackage;
    this.contract = contract;
    this.classes = new URLClassLoader(new URL[] {url(compiled)}, getClass().getClassLoader());
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Creates the client.
   *
   * @param pages the folder of pages
   * @param work an empty folder
   * @throws IllegalStateException if a page is refused or the client does not compile
   */
  static WireClient create(Path pages, Path work) throws IOException {
    merge(pages, work.resolve("contract"));
    Path contract = work.resolve("contract/openapi.yaml");
    String name = "client" + pages.getFileName().toString().replaceAll("[^a-z0-9]", "");
    generate(contract, ROOT_PACKAGE + name, work.resolve("java"));
    compile(work.resolve("java"), work.resolve("classes"));
    WireClient client =
        new WireClient(
            ROOT_PACKAGE + name,
            new YAMLMapper().readTree(contract.toFile()),
            work.resolve("classes"));
    try (Stream<Path> files = Files.walk(work.resolve("java"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith("Api.java"))
          .sorted()
          .forEach(file -> client.apis.add(client.load("api." + file.replace(".java", ""))));
    }
    return client;
  }

  private static void merge(Path pages, Path out) {
    StringWriter messages = new StringWriter();
    PrintWriter printer = new PrintWriter(messages);
    int exit =
        SpecTool.run(
            printer, printer, "merge", "--pages", pages.toString(), "--out", out.toString());
    if (exit != 0) {
      throw new IllegalStateException("merge: exit " + exit + "\n" + messages);
    }
  }

  private static void generate(Path contract, String clientPackage, Path out) throws IOException {
    // The generator prints a message of thanks.
    PrintStream console = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      CodegenConfigurator options =
          new CodegenConfigurator()
              .setGeneratorName(RetrofitMoshiGenerator.NAME)
              .setInputSpec(contract.toString())
              .setOutputDir(out.toString())
              .setInvokerPackage(clientPackage);
      new DefaultGenerator().opts(options.toClientOptInput()).generate();
    } finally {
      GlobalSettings.reset();
      System.setOut(console);
    }
  }

  private static void compile(Path sources, Path classes) throws IOException {
    Files.createDirectories(classes);
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-parameters", "-nowarn", "-d", classes.toString(), "-cp"));
    // Surefire passes the class path of the tests in a jar and in this property.
    options.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    List<File> files;
    try (Stream<Path> found = Files.walk(sources)) {
      files = found.filter(f -> f.toString().endsWith(".java")).map(Path::toFile).toList();
    }
    StringWriter messages = new StringWriter();
    var manager = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    try (manager) {
      var units = manager.getJavaFileObjectsFromFiles(files);
      if (!COMPILER.getTask(messages, manager, null, options, null, units).call()) {
        throw new IllegalStateException("the generated client does not compile:\n" + messages);
      }
    }
  }

  /** Returns a generated class by its name below the client's package. */
  Class<?> load(String name) {
    try {
      return Class.forName(clientPackage + "." + name, true, classes);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the generated Retrofit interfaces. */
  List<Class<?>> apis() {
    return apis;
  }

  /** Returns the contract that the client was generated from. */
  JsonNode contract() {
    return contract;
  }

  /** Returns the first server of the contract, with a slash at the end. */
  String baseUrl() {
    JsonNode server = contract.path("servers").path(0);
    String url = server.path("url").asText("http://localhost");
    for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
      String value = variable.getValue().path("default").asText();
      url = url.replace("{" + variable.getKey() + "}", value);
    }
    return url.endsWith("/") ? url : url + "/";
  }
}
