package io.github.videotasks.contract.regeneration;

import static io.github.videotasks.contract.regeneration.ProjectCopy.CLASSES;
import static io.github.videotasks.contract.regeneration.ProjectCopy.CONTRACT;
import static io.github.videotasks.contract.regeneration.ProjectCopy.POM;
import static io.github.videotasks.contract.regeneration.ProjectCopy.SOURCES;
import static io.github.videotasks.contract.regeneration.ProjectCopy.TEMPLATES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Builds a copy of client-generated again and again. Each test starts from files as they are in the
 * repository.
 */
class RegenerationIT {
  private static ProjectCopy project;
  private static Map<String, FileTime> sources;
  private static Map<String, FileTime> classes;
  private static Map<String, FileTime> sourcesAgain;
  private static Map<String, FileTime> classesAgain;

  @BeforeAll
  static void buildOnce() throws IOException {
    project = ProjectCopy.in(Path.of("target/regeneration"));
    project.build("compile");
    sources = project.times(SOURCES);
    classes = project.times(CLASSES);
    project.build("compile");
    sourcesAgain = project.times(SOURCES);
    classesAgain = project.times(CLASSES);
  }

  @AfterEach
  void restore() throws IOException {
    project.restore();
  }

  @Test
  void writesAndCompilesNothingWhenNothingChanged() {
    assertThat(sources).containsKey("model/VideoTask.java").isEqualTo(sourcesAgain);
    assertThat(classes).containsKey("model/VideoTask.class").isEqualTo(classesAgain);
  }

  @Test
  void takesOverAMemberThatIsNewInTheContract() throws IOException {
    project.edit(
        CONTRACT,
        it ->
            it.replace(
                "        enhanced_prompt:\n",
                "        just_added:\n          type: string\n        enhanced_prompt:\n"));

    project.build("generate-sources");

    assertThat(project.path(SOURCES, "model/VideoTask.java")).content().contains(" justAdded()");
  }

  @Test
  void takesOverAChangedTemplate() throws IOException {
    project.edit(TEMPLATES.resolve("api.handlebars"), it -> it + "// just added\n");

    project.build("generate-sources");

    assertThat(project.path(SOURCES, "api/VideoTasksApi.java"))
        .content()
        .endsWith("// just added\n");
  }

  @Test
  void takesOverAChangedOption() throws IOException {
    project.edit(
        POM,
        it ->
            it.replace(
                "<modelPackage>", "<modelNameSuffix>Renamed</modelNameSuffix>\n<modelPackage>"));

    project.build("generate-sources");

    assertThat(project.path(SOURCES, "model/VideoTaskRenamed.java")).exists();
    assertThat(project.path(SOURCES, "model/VideoTask.java")).doesNotExist();
  }

  @Test
  void leavesNothingOfASchemaThatIsGone() throws IOException {
    project.edit(CONTRACT, it -> it.replace("InpaintItem", "RenamedItem"));

    project.build("compile");

    assertThat(project.path(SOURCES, "model/RenamedItem.java")).exists();
    assertThat(project.path(SOURCES, "model/InpaintItem.java")).doesNotExist();
    assertThat(project.path(CLASSES, "model/RenamedItem.class")).exists();
    assertThat(project.path(CLASSES, "model/InpaintItem.class")).doesNotExist();
  }
}
