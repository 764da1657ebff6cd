package io.github.videotasks.ext;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Checks the allowed dependencies: facade -> download -> polling -> payload, error. */
@AnalyzeClasses(
    packages = "io.github.videotasks.ext",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String EXT = "io.github.videotasks.ext";

  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("facade")
          .definedBy(EXT)
          .layer("download")
          .definedBy(EXT + ".download")
          .layer("polling")
          .definedBy(EXT + ".polling")
          .layer("payload")
          .definedBy(EXT + ".payload")
          .layer("error")
          .definedBy(EXT + ".error")
          .whereLayer("facade")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("download")
          .mayOnlyBeAccessedByLayers("facade")
          .whereLayer("polling")
          .mayOnlyBeAccessedByLayers("facade", "download")
          .whereLayer("payload")
          .mayOnlyBeAccessedByLayers("facade", "download", "polling")
          .whereLayer("error")
          .mayOnlyBeAccessedByLayers("facade", "download", "polling");

  @ArchTest
  static final ArchRule ONLY_FACADE_AND_DOWNLOAD_USE_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(EXT + ".payload..", EXT + ".polling..", EXT + ".error..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "retrofit2..");

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
          .doNotHaveSimpleName("VideoTasksException")
          .should()
          .haveModifier(JavaModifier.FINAL);
}
