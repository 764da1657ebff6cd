package io.github.videotasks.durable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;

/** Checks the classes of both libraries that applications import: client-ext and durable waits. */
@AnalyzeClasses(
    packagesOf = {VideoTasks.class, DurableWaits.class},
    importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryClassesTest {

  @ArchTest
  static final ArchRule NOTHING_PRINTS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .doNotBelongToAnyOf(VideoTasksException.class)
          .should()
          .haveModifier(JavaModifier.FINAL);

  /** Otherwise the rules might check one of the two alone. */
  @ArchTest
  static void checksBoth(JavaClasses imported) {
    assertThat(imported.contain(VideoTasks.class)).isTrue();
    assertThat(imported.contain(DurableWaits.class)).isTrue();
  }
}
