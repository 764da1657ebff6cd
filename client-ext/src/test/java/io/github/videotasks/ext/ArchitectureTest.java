package io.github.videotasks.ext;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.videotasks.ext.http.ContentClient;
import io.github.videotasks.ext.http.GatewayClient;
import io.github.videotasks.ext.http.RequestSettings;
import io.github.videotasks.ext.http.Secret;
import io.github.videotasks.ext.http.TaskOperation;
import io.github.videotasks.ext.http.UserAgent;

/**
 * Checks the dependencies between the packages. The facade uses downloads, events and HTTP; events
 * and HTTP use polling, polling uses the schedule, and all of them use payload, error and time;
 * facade and downloads run callbacks; downloads, HTTP and polling report to telemetry; an error
 * holds the last response of the wait that it ended. {@code LibraryClassesTest} of durable waits
 * has the rules for single classes, of both modules.
 */
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
          .layer("events")
          .definedBy(EXT + ".events")
          .layer("http")
          .definedBy(EXT + ".http")
          .layer("polling")
          .definedBy(EXT + ".polling")
          .layer("schedule")
          .definedBy(EXT + ".schedule")
          .layer("payload")
          .definedBy(EXT + ".payload")
          .layer("error")
          .definedBy(EXT + ".error")
          .layer("telemetry")
          .definedBy(EXT + ".telemetry")
          .layer("recording")
          .definedBy(EXT + ".recording")
          .layer("time")
          .definedBy(EXT + ".time")
          .layer("callback")
          .definedBy(EXT + ".callback")
          .ensureAllClassesAreContainedInArchitecture()
          .whereLayer("facade")
          .mayOnlyAccessLayers(
              "download",
              "events",
              "http",
              "polling",
              "payload",
              "error",
              "telemetry",
              "recording",
              "time",
              "callback")
          .whereLayer("download")
          .mayOnlyAccessLayers("payload", "error", "telemetry", "time", "callback")
          .whereLayer("events")
          .mayOnlyAccessLayers("polling", "payload", "time")
          .whereLayer("http")
          .mayOnlyAccessLayers("polling", "payload", "error", "telemetry", "recording", "time")
          .whereLayer("polling")
          .mayOnlyAccessLayers("schedule", "payload", "error", "telemetry", "time")
          .whereLayer("schedule")
          .mayOnlyAccessLayers("payload")
          .whereLayer("payload")
          .mayNotAccessAnyLayer()
          .whereLayer("error")
          .mayOnlyAccessLayers("payload")
          .whereLayer("callback")
          .mayOnlyAccessLayers("time")
          .whereLayer("telemetry")
          .mayOnlyAccessLayers("error", "time")
          .whereLayer("recording")
          .mayOnlyAccessLayers("time")
          .whereLayer("time")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.github.videotasks.(**)").should().beFreeOfCycles();

  /** The builder accepts a shared client; the access of downloads creates calls for them. */
  @ArchTest
  static final ArchRule ONLY_HTTP_AND_DOWNLOAD_USE_OKHTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages(EXT + ".http", EXT + ".download")
          .and(not(belongToAnyOf(VideoTasksBuilder.class, DefaultGatewayAccess.class)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("okhttp3..");

  @ArchTest
  static final ArchRule ONLY_HTTP_USES_RETROFIT =
      noClasses()
          .that()
          .resideOutsideOfPackage(EXT + ".http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("retrofit2..");

  @ArchTest
  static final ArchRule HTTP_HIDES_ITS_CLASSES =
      noClasses()
          .that()
          .resideInAPackage(EXT + ".http")
          .and(
              not(
                  belongToAnyOf(
                      GatewayClient.class,
                      ContentClient.class,
                      RequestSettings.class,
                      TaskOperation.class,
                      Secret.class,
                      UserAgent.class)))
          .should()
          .bePublic();
}
