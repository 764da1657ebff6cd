package io.github.videotasks.contract.regeneration;

import static io.github.videotasks.contract.regeneration.ProjectCopy.CLASSES;
import static io.github.videotasks.contract.regeneration.ProjectCopy.CLIENT_POM;
import static io.github.videotasks.contract.regeneration.ProjectCopy.CONTRACT;
import static io.github.videotasks.contract.regeneration.ProjectCopy.SOURCES;
import static io.github.videotasks.contract.regeneration.ProjectCopy.TEMPLATES;
import static io.github.videotasks.contract.regeneration.ProjectCopy.TEMPLATES_POM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.testkit.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Incremental builds of a copy of client-generated. Each test starts with the files of the
 * repository.
 */
class RegenerationIT {
  /** What the client reports when OkHttp would send a request again by itself. */
  private static final String SECOND_ATTEMPT =
      "expected to send one POST request, found a second attempt; it is never repeated, so check at"
          + " the gateway whether the first took effect";

  private static ProjectCopy project;
  private static Map<String, FileTime> sources;
  private static Map<String, FileTime> classes;
  private static Map<String, FileTime> sourcesAfterRebuild;
  private static Map<String, FileTime> classesAfterRebuild;

  @BeforeAll
  static void buildOnce() throws IOException {
    project = ProjectCopy.ofClient(Path.of("target/regeneration"));
    project.build("compile");
    sources = project.modificationTimes(SOURCES);
    classes = project.modificationTimes(CLASSES);
    project.build("compile");
    sourcesAfterRebuild = project.modificationTimes(SOURCES);
    classesAfterRebuild = project.modificationTimes(CLASSES);
  }

  @AfterEach
  void restore() throws IOException {
    project.restore();
  }

  @Test
  void doesNotRebuildUnchangedSources() {
    assertThat(sources).containsKey("model/VideoTask.java").isEqualTo(sourcesAfterRebuild);
    assertThat(classes).containsKey("model/VideoTask.class").isEqualTo(classesAfterRebuild);
  }

  @Test
  void regeneratesForNewContractProperty() throws IOException {
    project.edit(
        CONTRACT,
        it ->
            it.replace(
                "        enhanced_prompt:\n",
                "        just_added:\n          type: string\n        enhanced_prompt:\n"));

    project.build("generate-sources");

    assertThat(project.resolve(SOURCES, "model/VideoTask.java")).content().contains(" justAdded()");
  }

  /** Installs into the repository of this test. */
  @Test
  void regeneratesForChangedTemplate() throws IOException {
    project.edit(TEMPLATES.resolve("api.handlebars"), it -> it + "// just added\n");
    project.build(TEMPLATES_POM, "install");

    project.build("generate-sources");

    assertThat(project.resolve(SOURCES, "api/VideoTasksApi.java"))
        .content()
        .endsWith("// just added\n");
    project.restore();
    project.build(TEMPLATES_POM, "install");
  }

  @Test
  void regeneratesForChangedOption() throws IOException {
    project.edit(
        CLIENT_POM,
        it ->
            it.replace(
                "<invokerPackage>",
                "<modelNameSuffix>Renamed</modelNameSuffix>\n<invokerPackage>"));

    project.build("generate-sources");

    assertThat(project.resolve(SOURCES, "model/VideoTaskRenamed.java")).exists();
    assertThat(project.resolve(SOURCES, "model/VideoTask.java")).doesNotExist();
  }

  @Test
  void deletesSourcesAndClassesOfRemovedSchema() throws IOException {
    project.edit(CONTRACT, it -> it.replace("InpaintItem", "RenamedItem"));

    project.build("compile");

    assertThat(project.resolve(SOURCES, "model/RenamedItem.java")).exists();
    assertThat(project.resolve(SOURCES, "model/InpaintItem.java")).doesNotExist();
    assertThat(project.resolve(CLASSES, "model/RenamedItem.class")).exists();
    assertThat(project.resolve(CLASSES, "model/InpaintItem.class")).doesNotExist();
  }

  /** The walk of client-ext/CREATE.md: a page with a create is added, and its call is sent once. */
  @Test
  void sendsCreateOfAddedPageOnce(@TempDir Path work) throws Exception {
    String contract = CreatePage.deriveContract(work);
    project.edit(CONTRACT, it -> contract);
    project.build("compile");
    List<CreateStandIn> gateways = CreateStandIn.startAll();

    JavaProcess program =
        CreatePage.callCreate(
            project.resolve(Path.of("client-generated/target/classes"), ""),
            work,
            gateways.stream().map(CreateStandIn::baseUrl).toList());

    gateways.forEach(CreateStandIn::close);
    assertThat(program.stdout().lines())
        .as(program.stderr())
        .containsExactly(
            "SUCCEEDED VIDEO at video_url (a.example)",
            "IOException: " + SECOND_ATTEMPT,
            "IOException: " + SECOND_ATTEMPT,
            "IOException: expected the id of a new task, found HTTP 429",
            "IOException: expected the id of a new task, found HTTP 503",
            "IOException: expected the id of a new task, found HTTP 307");
    assertThat(gateways).extracting(CreateStandIn::createCount).containsOnly(1);
  }
}
