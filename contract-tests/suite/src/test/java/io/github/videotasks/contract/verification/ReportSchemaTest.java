package io.github.videotasks.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.report.ContractReportBuilder;
import io.github.videotasks.contract.report.ReportInputs;
import io.github.videotasks.contract.testkit.HostReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the JSON Schema that lies beside each report. */
class ReportSchemaTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void describesReportOfHost() throws IOException {
    HostReport.write(folder, "video-tasks-client-ext", "chainhub-veo", Status.values());

    assertThat(schema().validate(report())).isEmpty();
    assertThat(report().path("broken")).hasSize(2);
  }

  @Test
  void describesReportOfBuild() throws IOException {
    ReportInputs none = new ReportInputs(folder.resolve("inputs"));
    ContractReportBuilder.refresh(RepositoryLayout.find(), folder, none);

    assertThat(schema().validate(report())).isEmpty();
    assertThat(report().path("headline").asText()).isEqualTo("Nothing was tried.");
    assertThat(report().at("/head/contract").asText()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void refusesUndescribedProperty() throws IOException {
    HostReport.write(folder, "video-tasks-client-ext", "chainhub-veo", Status.VERIFIED);
    ObjectNode report = (ObjectNode) report();
    ((ObjectNode) report.at("/providers/0/rows/0")).put("other", 1);

    assertThat(schema().validate(report)).hasSize(1);
  }

  private JsonNode report() throws IOException {
    return JSON.readTree(folder.resolve("index.json").toFile());
  }

  private Schema schema() throws IOException {
    JsonNode schema = JSON.readTree(folder.resolve("index.schema.json").toFile());
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }
}
