package io.github.videotasks.contract.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;

/** Writes the reference of the contract with Swagger UI, whose files the build brings. */
final class ContractReference {

  private static final String PAGE = "reference/index.html";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline' 'self' file:; img-src 'self' file: data:;"
          + " script-src 'unsafe-inline' 'self' file:";

  private static final String WEBJAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private ContractReference() {}

  static void write(Path root, SiteFolder site, SiteLayout layout) throws IOException {
    Properties webjar = new Properties();
    try (InputStream file = open(WEBJAR)) {
      webjar.load(file);
    }
    String files = "/META-INF/resources/webjars/swagger-ui/" + webjar.getProperty("version") + "/";
    for (String name : new String[] {"swagger-ui-bundle.js", "swagger-ui.css"}) {
      try (InputStream file = open(files + name)) {
        site.copy(file, "reference/" + name);
      }
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
        SwaggerUIBundle({dom_id: "#contract", validatorUrl: null, supportedSubmitMethods: [], spec: %s});
        </script>
        """
            .formatted(json);
    String head = "<link rel=\"stylesheet\" href=\"swagger-ui.css\">";
    site.write(PAGE, layout.html(PAGE, "Reference of the contract", POLICY, head, body));
  }

  private static InputStream open(String resource) throws IOException {
    InputStream file = ContractReference.class.getResourceAsStream(resource);
    if (file == null) {
      throw new FileNotFoundException("expected " + resource + " on the class path, found none");
    }
    return file;
  }
}
