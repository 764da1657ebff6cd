package io.github.videotasks.contract.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the reference of the contract with Swagger UI, whose files the build brings. */
final class ContractReference {

  private static final String PAGE = "reference/index.html";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline' 'self' file:; img-src 'self' file: data:;"
          + " script-src 'unsafe-inline' 'self' file:";

  private static final WebJar SWAGGER_UI = new WebJar("org.webjars", "swagger-ui");

  private ContractReference() {}

  static void write(Path root, SiteFolder site, SiteLayout layout) throws IOException {
    for (String name : List.of("swagger-ui-bundle.js", "swagger-ui.css")) {
      SWAGGER_UI.copy(name, site, "reference/" + name);
    }
    Object contract =
        new YAMLMapper()
            .readValue(root.resolve("spec/canonical/openapi.yaml").toFile(), Object.class);
    // A browser does not load a file beside the page from a script, so the contract is in it.
    String json = new ObjectMapper().writeValueAsString(contract).replace("<", "\\u003c");
    String body =
        """
        <h1>Reference of the contract</h1>
        <div id="contract"></div>
        <script src="swagger-ui-bundle.js"></script>
        <script>
        const dark = matchMedia("(prefers-color-scheme: dark)").matches;
        document.documentElement.classList.toggle("dark-mode", dark);
        SwaggerUIBundle({dom_id: "#contract", validatorUrl: null, supportedSubmitMethods: [], defaultModelsExpandDepth: 2, defaultModelExpandDepth: 2, spec: %s});
        </script>
        """
            .formatted(json);
    String head =
        """
        <link rel="stylesheet" href="swagger-ui.css">
        <style>
        %s</style>\
        """
            .formatted(SiteLayout.resource("reference.css"));
    site.write(PAGE, layout.html(PAGE, "Reference of the contract", POLICY, head, body));
  }
}
