package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Outcomes as JUnit XML, which pipelines show as tests: a suite for each pact, a test case for each
 * interaction. A broken contract is a failure, an unreachable host an error.
 */
public final class JUnitReport {

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * {@return the document, in UTF-8 and ending with a newline}
   *
   * @param outcomes the outcomes, in any order
   */
  public static String of(List<VerificationOutcome> outcomes) {
    StringWriter out = new StringWriter();
    try {
      new JUnitReport(XMLOutputFactory.newFactory().createXMLStreamWriter(out)).write(outcomes);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("expected to write XML to memory", e);
    }
    return out + "\n";
  }

  private void write(List<VerificationOutcome> outcomes) throws XMLStreamException {
    Map<String, List<VerificationOutcome>> suites =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    outcome -> outcome.consumer() + " - " + outcome.provider(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites", 0);
    counts(outcomes);
    for (Map.Entry<String, List<VerificationOutcome>> suite : suites.entrySet()) {
      start("testsuite", 1);
      attribute("name", suite.getKey());
      counts(suite.getValue());
      for (VerificationOutcome outcome : suite.getValue()) {
        testCase(suite.getKey(), outcome);
      }
      end(1);
    }
    end(0);
    xml.writeEndDocument();
    xml.flush();
  }

  private void counts(List<VerificationOutcome> outcomes) throws XMLStreamException {
    attribute("tests", String.valueOf(outcomes.size()));
    attribute("failures", count(outcomes, Status.FAILED));
    attribute("errors", count(outcomes, Status.UNREACHABLE));
    attribute("skipped", count(outcomes, Status.SKIPPED));
  }

  private static String count(List<VerificationOutcome> outcomes, Status status) {
    return String.valueOf(outcomes.stream().filter(it -> it.status() == status).count());
  }

  private void testCase(String suite, VerificationOutcome outcome) throws XMLStreamException {
    start("testcase", 2);
    attribute("classname", suite);
    attribute("name", outcome.interaction());
    String text = String.join("\n", outcome.problemLines());
    String element =
        switch (outcome.status()) {
          case FAILED -> "failure";
          case UNREACHABLE -> "error";
          case SKIPPED -> "skipped";
          default -> "system-out";
        };
    start(element, 3);
    if (element.equals("system-out")) {
      xml.writeCharacters(clean(outcome.status().label() + ", " + outcome.target()));
    } else {
      attribute("message", outcome.problemLines().stream().findFirst().orElse(""));
      xml.writeCharacters(clean(text));
    }
    xml.writeEndElement();
    end(2);
  }

  private void start(String element, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(element);
  }

  private void end(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** Replaces characters that XML 1.0 does not allow; a host may send them. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isAllowed(int c) {
    boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
