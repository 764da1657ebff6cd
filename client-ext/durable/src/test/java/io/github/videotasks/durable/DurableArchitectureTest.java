package io.github.videotasks.durable;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Checks what the classes of durable waits depend on. */
@AnalyzeClasses(
    packages = "io.github.videotasks.durable",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DurableArchitectureTest {

  /** Another engine would replace these two. */
  @ArchTest
  static final ArchRule ONLY_ENGINE_AND_CLOCK_USE_DB_SCHEDULER =
      noClasses()
          .that(DescribedPredicate.not(belongToAnyOf(BucketEngine.class, DatabaseClock.class)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.kagkarlsson..");

  @ArchTest
  static final ArchRule DEPENDS_ON_THE_CLIENT_AND_JDBC_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.github.videotasks..",
              "com.github.kagkarlsson.scheduler..",
              "java..",
              "javax.sql",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule ONLY_THE_RULES_DECIDE_AFTER_A_POLL =
      noClasses()
          .that(DescribedPredicate.not(belongToAnyOf(StepRules.class, DefaultDurableWaits.class)))
          .should()
          .dependOnClassesThat()
          .haveSimpleName("PollSteps");
}
