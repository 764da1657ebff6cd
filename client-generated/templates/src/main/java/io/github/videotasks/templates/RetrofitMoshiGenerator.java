package io.github.videotasks.templates;

import java.util.LinkedHashSet;
import java.util.Set;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.templating.HandlebarsEngineAdapter;

/**
 * Generator {@value #NAME} of OpenAPI Generator: the generator {@code java} with the templates and
 * options of this artifact. What it generates calls {@code video-tasks-client-runtime}.
 *
 * <p>Set {@code invokerPackage}; {@code apiPackage} and {@code modelPackage} are the packages
 * {@code api} and {@code model} below it unless they are set too. A {@code templateDirectory} may
 * replace single templates.
 */
public final class RetrofitMoshiGenerator extends JavaClientCodegen {
  /** Value of {@code generatorName}. */
  public static final String NAME = "java-retrofit2-moshi";

  private static final String TEMPLATES = "video-tasks-templates";

  /** Creates the generator with its options; those of the project are set after this. */
  public RetrofitMoshiGenerator() {
    embeddedTemplateDir = TEMPLATES;
    templateDir = TEMPLATES;
    GeneratorOptions options = GeneratorOptions.read(TEMPLATES + "/options.yaml");
    additionalProperties.putAll(options.additionalProperties());
    typeMapping.putAll(options.typeMappings());
    importMapping.putAll(options.importMappings());
    modelNameMapping.putAll(options.modelNameMappings());
    reservedWordsMappings.putAll(options.reservedWordsMappings());
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public String getHelp() {
    return "Generates Retrofit interfaces and lossless Moshi models in Java.";
  }

  /** Sets Retrofit, whatever the project configures. */
  @Override
  public void setLibrary(String configured) {
    super.setLibrary(RETROFIT_2);
  }

  /**
   * Sets Handlebars, whatever the project configures, because its helper {@code json} writes any
   * text as a string literal that Java parses to the same text. With Mustache, the default, an
   * escaped quote in a name would end the literal.
   */
  @Override
  public void setTemplatingEngine(TemplatingEngineAdapter configured) {
    super.setTemplatingEngine(new HandlebarsEngineAdapter());
  }

  @Override
  public void processOpts() {
    Object root = additionalProperties.get(CodegenConstants.INVOKER_PACKAGE);
    if (root != null) {
      additionalProperties.putIfAbsent(CodegenConstants.API_PACKAGE, root + ".api");
      additionalProperties.putIfAbsent(CodegenConstants.MODEL_PACKAGE, root + ".model");
    }
    super.processOpts();
    // The engine does not pass "invokerPackage" to templates.
    additionalProperties.put("clientPackage", invokerPackage);
    generateOnlyOwnFiles();
  }

  /** Drops the build files, HTTP client, documents and tests of the generator {@code java}. */
  private void generateOnlyOwnFiles() {
    apiDocTemplateFiles.clear();
    apiTestTemplateFiles.clear();
    modelDocTemplateFiles.clear();
    modelTestTemplateFiles.clear();
    supportingFiles.clear();
    supportingFiles.add(file("ApiClient.handlebars", invokerPackage, "ApiClient.java"));
    supportingFiles.add(file("ModelAdapters.handlebars", invokerPackage, "ModelAdapters.java"));
    Set<String> described = new LinkedHashSet<>();
    describe("package-info.handlebars", invokerPackage, described);
    describe("api-package-info.handlebars", apiPackage(), described);
    describe("model-package-info.handlebars", modelPackage(), described);
  }

  private void describe(String template, String javaPackage, Set<String> described) {
    if (described.add(javaPackage)) {
      supportingFiles.add(file(template, javaPackage, "package-info.java"));
    }
  }

  private SupportingFile file(String template, String javaPackage, String name) {
    return new SupportingFile(template, sourceFolder + '/' + javaPackage.replace('.', '/'), name);
  }
}
