package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.PayloadAdapters;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import io.github.videotasks.ext.time.SystemScheduler;
import io.github.videotasks.surface.ReachableTypes;
import io.github.videotasks.surface.SurfaceListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the public surface of the library with a committed listing, so that every change of it
 * is visible in review.
 */
class PublicSurfaceTest {
  private static final Path LISTING = Path.of("public-surface.txt");

  /** The types that an application names first; the exceptions are entry points too. */
  private static final List<Class<?>> ENTRY_POINTS =
      List.of(
          VideoTasks.class,
          Gateway.class,
          PayloadAdapters.class,
          MaskedExcerpt.class,
          PollSteps.class,
          WaitSnapshot.class,
          PollSchedule.class,
          SystemScheduler.class,
          VirtualTime.class,
          TaskScript.class);

  /** Types that are public only because another package of this library uses them. */
  private static final List<String> INTERNAL =
      List.of(
          "callback.CallbackExecutor",
          "callback.CallbackFuture",
          "callback.CallbackQueue",
          "callback.SaturationListener",
          "download.Downloader",
          "download.GatewayAccess",
          "events.TaskEventPublisher",
          "events.TaskEventPublisher$WatchStarter",
          "http.ContentClient",
          "http.GatewayClient",
          "http.GatewayClient$Config",
          "http.RequestSettings",
          "http.Secret",
          "http.TaskOperation",
          "http.UserAgent",
          "payload.SecretRedactor",
          "payload.StatusReader",
          "polling.RateLimits",
          "polling.TaskPoller",
          "recording.ExchangeRecorder",
          "recording.RecordedExchange",
          "schedule.DurationStatistics",
          "telemetry.QueuedTelemetry",
          "telemetry.RequestObservation",
          "telemetry.RequestTelemetry",
          "time.DaemonThreads",
          "time.ExponentialBackoff",
          "time.RetryAfter",
          "time.SerialRunner");

  private static final Set<Class<?>> SURFACE = surface();

  @Test
  void matchesCommittedListing() throws IOException {
    String listing = SurfaceListing.of(SURFACE);
    if (Boolean.getBoolean("spec.accept")) {
      Files.writeString(LISTING, listing);
    }

    assertThat(listing)
        .as("client-ext/public-surface.txt; accept with: mvn verify -Dspec.accept")
        .isEqualTo(Files.exists(LISTING) ? Files.readString(LISTING) : "");
  }

  @Test
  void containsEveryPublicTypeExceptInternalOnes() {
    assertThat(publicTypes().filter(type -> !SURFACE.contains(type)).map(PublicSurfaceTest::name))
        .as(
            "public types that no entry point reaches; make a new one package-private, or add it to"
                + " INTERNAL if another package needs it. An entry of INTERNAL that is missing here"
                + " is part of a public signature")
        .containsExactlyInAnyOrderElementsOf(INTERNAL);
  }

  @Test
  void publicSignaturesContainOnlyPublicTypes() {
    assertThat(SURFACE.stream().filter(type -> !ReachableTypes.isPublic(type)))
        .as("types that are not public but part of a public signature")
        .isEmpty();
  }

  private static Set<Class<?>> surface() {
    return ReachableTypes.from(
        PublicSurfaceTest.class.getPackageName(),
        Stream.concat(
                ENTRY_POINTS.stream(),
                publicTypes().filter(VideoTasksException.class::isAssignableFrom))
            .toList());
  }

  private static Stream<Class<?>> publicTypes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PublicSurfaceTest.class.getPackageName())
            .stream()
            .<Class<?>>map(JavaClass::reflect)
            .filter(ReachableTypes::isPublic);
  }

  private static String name(Class<?> type) {
    return type.getName().substring(PublicSurfaceTest.class.getPackageName().length() + 1);
  }
}
