package io.github.videotasks.spec.policy;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.attention.AttentionTables;
import io.github.videotasks.spec.attention.UnknownStatusValues;
import io.github.videotasks.spec.attention.ValueLines;
import io.github.videotasks.spec.diff.ContractReader;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.finding.FindingIds;
import io.github.videotasks.spec.finding.IdentifiedFindings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.ProviderRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person has to decide before a check succeeds, apart from changes: status values without a
 * stage, known findings that no longer occur or are out of date, and findings of a severity that a
 * team does not accept.
 */
public final class OpenProblems {
  private static final String CONTRACT = "openapi.yaml";

  private final Path folder;
  private final Clock clock;

  /**
   * Creates a check.
   *
   * @param folder the folder that contains {@code pages/}
   * @param clock the clock for the dates of known findings, which are those of UTC
   */
  public OpenProblems(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * {@return one line for each problem, without the full stop}
   *
   * @param derived the result of a derivation
   * @throws IOException when a file of the folder cannot be read
   */
  public List<String> find(DerivationResult derived) throws IOException {
    List<String> problems = new ArrayList<>();
    UnknownStatusValues.find(
            ContractReader.parseContract(derived.files().get(CONTRACT), CONTRACT),
            AttentionTables.read(folder),
            new ValueLines(folder))
        .forEach(finding -> problems.add(withoutStop(finding.toString())));
    Severities severities = Severities.readFolder(folder);
    KnownFindings known = KnownFindings.read(folder);
    List<IdentifiedFindings> findings = identify(derived.findings());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ReviewPolicy policy = new ReviewPolicy(severities, known, today);
    for (IdentifiedFindings group : findings) {
      boolean refused = group.group().first().severity() == Severity.ERROR;
      if (!refused && policy.severityOf(group) == Severity.ERROR) {
        problems.add(
            group.group()
                + " "
                + Severities.FILE
                + " makes this an error: repair the page, or add "
                + group.id()
                + " to "
                + KnownFindings.FILE);
      }
    }
    problems.addAll(known.problems(findings, today));
    return problems;
  }

  private List<IdentifiedFindings> identify(List<Finding> findings) throws IOException {
    Path file = SourcePaths.of(folder).providers();
    ProviderRegistry providers =
        file == null ? ProviderRegistry.empty() : ProviderRegistry.read(file);
    return FindingIds.of(FindingGroup.of(findings), providers::ownerOf);
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
