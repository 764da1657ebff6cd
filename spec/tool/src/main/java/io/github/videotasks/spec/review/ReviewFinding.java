package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.finding.IdentifiedFindings;
import io.github.videotasks.spec.finding.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group of findings of one kind in one page.
 *
 * @param identified the findings with their ids
 * @param severity how much it matters to a pipeline
 * @param providers the provider of the page; empty when the file is not the page of a provider
 * @param acceptance the decision to accept them; null when there is none
 */
public record ReviewFinding(
    IdentifiedFindings identified,
    Severity severity,
    List<String> providers,
    @Nullable Acceptance acceptance)
    implements ReviewEntry {
  /**
   * Copies the list.
   *
   * @param identified the findings with their ids
   * @param severity how much it matters to a pipeline
   * @param providers the provider of the page
   * @param acceptance the decision to accept them
   */
  public ReviewFinding {
    providers = List.copyOf(providers);
  }

  /**
   * {@return the findings under a policy}
   *
   * @param other the severity of the policy
   * @param decision who accepted them; null when nobody has
   */
  public ReviewFinding withDecision(Severity other, @Nullable Acceptance decision) {
    return new ReviewFinding(identified, other, providers, decision);
  }

  /** Returns whether the findings are accepted today; an error never is. */
  boolean suppressed() {
    return acceptance != null && !acceptance.outdated() && severity != Severity.ERROR;
  }

  private FindingGroup findings() {
    return identified.group();
  }

  private Finding first() {
    return findings().first();
  }

  @Override
  public String id() {
    return identified.id();
  }

  @Override
  public String group() {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String rule() {
    return first().rule();
  }

  @Override
  public String section() {
    return first().location().file();
  }

  /** Returns the rule, because a finding is about no field. */
  @Override
  public String field() {
    return rule();
  }

  @Override
  public String description() {
    return findings().message();
  }

  @Override
  public String before() {
    return "";
  }

  @Override
  public String after() {
    return "";
  }

  @Override
  public List<PagePlace> places() {
    return findings().places().stream().map(f -> new PagePlace(f.location(), false)).toList();
  }

  @Override
  public String note() {
    return first().action();
  }

  @Override
  public String effect() {
    return "";
  }
}
