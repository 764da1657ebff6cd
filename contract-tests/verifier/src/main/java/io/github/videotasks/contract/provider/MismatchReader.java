package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.support.json.JsonException;
import au.com.dius.pact.provider.VerificationFailureType;
import io.github.videotasks.contract.http.ExchangeLimitException;
import io.github.videotasks.contract.provider.ContractProblem.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the failures of Pact's verifier into problems, one for each field. */
final class MismatchReader {

  private static final Pattern MISSING =
      Pattern.compile("Actual map is missing the following keys: (.+)", Pattern.DOTALL);

  private final OutputMasker masker;
  private final ExpectedValue values;

  MismatchReader(OutputMasker masker) {
    this.masker = masker;
    this.values = new ExpectedValue(masker);
  }

  /** Returns the problems in the order of the failures. Of one field, the first says enough. */
  List<ContractProblem> read(List<VerificationFailureType> failures) {
    Map<String, ContractProblem> problems = new LinkedHashMap<>();
    failures.stream()
        .flatMap(this::problems)
        .forEach(it -> problems.putIfAbsent(it.field().isEmpty() ? it.original() : it.field(), it));
    return List.copyOf(problems.values());
  }

  private Stream<ContractProblem> problems(VerificationFailureType failure) {
    if (failure.hasException()) {
      return Stream.of(exception(failure.getException()));
    }
    if (!(failure instanceof VerificationFailureType.MismatchFailure mismatch)) {
      return Stream.of(ContractProblem.ofText(masker.mask(String.valueOf(failure.description()))));
    }
    return problems(mismatch.getMismatch());
  }

  private ContractProblem exception(Throwable cause) {
    String text =
        masker.mask(
            cause instanceof ExchangeLimitException
                ? String.valueOf(cause.getMessage())
                : String.valueOf(cause));
    return cause instanceof JsonException
        ? new ContractProblem(
            Kind.NOT_JSON, "body", "JSON", masker.mask(String.valueOf(cause.getMessage())), text)
        : ContractProblem.ofText(text);
  }

  private Stream<ContractProblem> problems(Mismatch mismatch) {
    String text = masker.mask(String.valueOf(mismatch.description()));
    if (mismatch instanceof BodyMismatch body) {
      return bodyProblems(body, text);
    }
    if (mismatch instanceof StatusMismatch status) {
      return Stream.of(
          http("HTTP status", status.getExpected(), String.valueOf(status.getActual()), text));
    }
    if (mismatch instanceof HeaderMismatch header) {
      return Stream.of(
          http("header " + header.getHeaderKey(), header.getExpected(), header.getActual(), text));
    }
    if (mismatch instanceof BodyTypeMismatch type) {
      // The name under which Pact reports the same as a header.
      return Stream.of(http("header content-type", type.getExpected(), type.getActual(), text));
    }
    return Stream.of(ContractProblem.ofText(text));
  }

  private ContractProblem http(
      String part, @Nullable Object expected, @Nullable String found, String text) {
    return new ContractProblem(
        Kind.HTTP, part, maskedOrNothing(expected), maskedOrNothing(found), text);
  }

  private String maskedOrNothing(@Nullable Object value) {
    return value == null ? "nothing" : masker.mask(String.valueOf(value));
  }

  private Stream<ContractProblem> bodyProblems(BodyMismatch mismatch, String text) {
    Matcher missing = MISSING.matcher(mismatch.getMismatch());
    if (missing.matches() && mismatch.getExpected() instanceof Map<?, ?> expected) {
      List<ContractProblem> absent = absentFields(mismatch, expected, missing.group(1), text);
      // A name with a comma is not found in the text.
      return absent.isEmpty() ? Stream.of(ContractProblem.ofText(text)) : absent.stream();
    }
    return Stream.of(
        new ContractProblem(
            Kind.VALUE,
            field(mismatch.getPath()),
            values.required(mismatch),
            values.describe(mismatch.getActual()),
            text));
  }

  private List<ContractProblem> absentFields(
      BodyMismatch mismatch, Map<?, ?> expected, String names, String text) {
    List<String> missing = List.of(names.split(", "));
    return expected.entrySet().stream()
        .filter(entry -> missing.contains(String.valueOf(entry.getKey())))
        .map(
            entry ->
                new ContractProblem(
                    Kind.MISSING,
                    field(mismatch.getPath() + "." + entry.getKey()),
                    values.form(entry.getValue()),
                    "nothing",
                    text))
        .toList();
  }

  /** Returns the path without the root, as the contract names fields. */
  private String field(String path) {
    String below = path.startsWith("$.") ? path.substring(2) : path;
    return below.equals("$") ? "body" : masker.mask(below);
  }
}
