package io.github.videotasks.spec.page;

import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.rule.RuleSet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Fuzz target: for any input bytes, reading a page and applying the rules results in documents or
 * findings, never in an exception.
 */
public final class PageReaderFuzz {
  private static final YamlLimits LIMITS = new YamlLimits(1 << 20, 100, 50_000);

  private PageReaderFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    read("pages/fuzz.md", data);
    read("pages/fuzz.yaml", data);
    ByteArrayOutputStream fenced = new ByteArrayOutputStream();
    fenced.writeBytes("```yaml\nopenapi: 3.0.1\n".getBytes(StandardCharsets.UTF_8));
    fenced.writeBytes(data);
    fenced.writeBytes("\n```\n".getBytes(StandardCharsets.UTF_8));
    read("pages/fuzz.md", fenced.toByteArray());
  }

  private static void read(String file, byte[] content) {
    Findings findings = new Findings();
    Provider provider = new Provider("fuzz", file, null, null, null, null);
    List<SpecDocument> documents = new PageReader(LIMITS).read(provider, file, content, findings);
    List<SpecDocument> kept = RuleSet.apply(documents, findings);
    if (kept.isEmpty() && findings.sorted().isEmpty()) {
      throw new IllegalStateException("expected a document or a finding, found neither");
    }
  }
}
