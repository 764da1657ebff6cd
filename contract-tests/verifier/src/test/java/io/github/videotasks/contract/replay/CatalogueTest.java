package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final String INDEX =
      """
      {"providers":[{"id":"acme","page":"pages/acme.md","host":null,"family":null,"format":null,"operations":[
        {"operationId":"create","method":"POST","path":"/v1/videos","requestId":null,"examples":[]},
        {"operationId":"queryVideoTask","method":"GET","path":"/v1/video/query","requestId":"t_1","examples":[
          {"n":1,"file":"acme/1.json","line":9,"name":"1","status":null},
          {"n":2,"file":"acme/2.json","line":19,"name":"2","status":"pending"}]}]}]}
      """;

  @TempDir private Path folder;

  @Test
  void defaultsFamilyToIdAndKeepsOnlyTaskOperations() throws IOException {
    RepositoryLayout checkout = new RepositoryLayout(folder);
    Files.createDirectories(checkout.examples());
    Files.writeString(checkout.examples().resolve("index.json"), INDEX);

    ContractProvider acme = Catalogue.read(checkout).provider("acme");

    assertThat(acme.family()).isEqualTo("acme");
    assertThat(acme.operations())
        .extracting(ContractProvider.Operation::operationId)
        .containsExactly("queryVideoTask");
    assertThat(acme.operations().get(0).examples())
        .extracting(ContractProvider.Example::status)
        .containsExactly("pending");
  }
}
