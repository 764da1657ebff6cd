package io.github.videotasks.contract.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestTestsTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path checkout;

  @BeforeEach
  void writeParent() throws IOException {
    Files.writeString(
        checkout.resolve("pom.xml"),
        "<modules><module>spec/tool</module><module>client-ext</module></modules>");
  }

  private void writeReport(String folder, String name, String seconds, Instant written)
      throws IOException {
    Path reports = Files.createDirectories(checkout.resolve(folder));
    Path report = reports.resolve("TEST-" + name + ".xml");
    String suite = "<testsuite name=\"a.b.%s\" time=\"%s\">".formatted(name, seconds);
    Files.writeString(report, "<?xml version=\"1.0\"?>\n" + suite + "</testsuite>");
    Files.setLastModifiedTime(report, FileTime.from(written));
  }

  @Test
  void listsSlowestClassesOfAllModules() throws IOException {
    writeReport("spec/tool/target/surefire-reports", "FastTest", "0.24", START);
    writeReport("spec/tool/target/surefire-reports", "OldTest", "99", START.minusSeconds(1));
    writeReport("client-ext/target/failsafe-reports", "SlowIT", "1,234.5", START);

    assertThat(SlowestTests.table(checkout, START))
        .isEqualToNormalizingNewlines(
            """
            Slowest test classes of this build:
             1234.5 s  SlowIT (client-ext)
                0.2 s  FastTest (spec/tool)
            """);
  }

  @Test
  void listsTenClasses() throws IOException {
    for (int i = 10; i < 22; i++) {
      writeReport("client-ext/target/surefire-reports", "C" + i + "Test", "" + i, START);
    }

    assertThat(SlowestTests.table(checkout, START).lines())
        .hasSize(11)
        .contains("   21.0 s  C21Test (client-ext)", "   12.0 s  C12Test (client-ext)");
  }

  @Test
  void printsNothingWithoutTests() throws IOException {
    assertThat(SlowestTests.table(checkout, START)).isEmpty();
  }
}
