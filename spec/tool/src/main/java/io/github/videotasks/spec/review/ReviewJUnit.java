package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.PrintableText;
import io.github.videotasks.spec.finding.Severity;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A review as JUnit XML, which pipelines show as tests: a suite for each operation or page, a test
 * case for each entry. An error is a failure; findings that a team accepts are skipped.
 */
final class ReviewJUnit {
  private final XMLStreamWriter xml;

  private ReviewJUnit(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Review review) {
    StringWriter out = new StringWriter();
    try {
      new ReviewJUnit(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out))
          .write(review);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("expected to write XML to memory", e);
    }
    return out + "\n";
  }

  private void write(Review review) throws XMLStreamException {
    Map<String, List<ReviewEntry>> suites =
        review.entries().stream()
            .collect(
                Collectors.groupingBy(
                    ReviewEntry::section, LinkedHashMap::new, Collectors.toList()));
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites", 0);
    counts(review.entries());
    for (Map.Entry<String, List<ReviewEntry>> suite : suites.entrySet()) {
      start("testsuite", 1);
      attribute("name", suite.getKey());
      counts(suite.getValue());
      for (ReviewEntry entry : suite.getValue()) {
        testCase(entry);
      }
      end(1);
    }
    end(0);
    xml.writeEndDocument();
    xml.flush();
  }

  private void counts(Collection<? extends ReviewEntry> entries) throws XMLStreamException {
    attribute("tests", String.valueOf(entries.size()));
    attribute(
        "failures",
        String.valueOf(entries.stream().filter(e -> e.severity() == Severity.ERROR).count()));
    attribute("errors", "0");
    attribute("skipped", String.valueOf(entries.stream().filter(ReviewJUnit::skipped).count()));
  }

  private static boolean skipped(ReviewEntry entry) {
    return entry instanceof ReviewFinding finding && finding.suppressed();
  }

  private void testCase(ReviewEntry entry) throws XMLStreamException {
    String sentence = EntrySentence.of(entry);
    start("testcase", 2);
    attribute("classname", entry.section());
    attribute("name", EntrySentence.title(entry) + " (" + entry.id() + ")");
    if (entry.severity() == Severity.ERROR) {
      start("failure", 3);
      attribute("message", sentence);
    } else if (entry instanceof ReviewFinding finding
        && finding.suppressed()
        && finding.acceptance() != null) {
      start("skipped", 3);
      attribute("message", finding.acceptance().sentence());
    } else {
      start("system-out", 3);
    }
    String origin = EntrySentence.origin(entry);
    xml.writeCharacters(entry.group() + ": " + sentence + (origin.isEmpty() ? "" : "\n" + origin));
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

  /** Escaped texts contain no character that XML 1.0 does not allow. */
  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, PrintableText.of(value));
  }
}
