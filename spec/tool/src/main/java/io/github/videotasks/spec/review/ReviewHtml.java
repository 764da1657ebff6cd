package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A review as one HTML page with the old and the new values side by side. It needs no script, no
 * network and no other file. The XML writer escapes every text.
 */
final class ReviewHtml {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final XMLStreamWriter xml;

  private ReviewHtml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Review review) {
    StringWriter out = new StringWriter();
    try {
      new ReviewHtml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out)).write(review);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("expected to write HTML to memory", e);
    }
    return out + "\n";
  }

  private void write(Review review) throws XMLStreamException {
    String title = review.kind() == Review.Kind.CHANGES ? "Review of changes" : "Findings";
    xml.writeDTD("<!DOCTYPE html>");
    xml.writeCharacters("\n");
    start("html", "lang", "en");
    head(title);
    start("body");
    start("main");
    text("h1", title);
    start("p", "class", "soft");
    xml.writeCharacters(EntrySentence.summary(review));
    xml.writeEndElement();
    Map<String, Map<String, List<ReviewEntry>>> groups = ReviewSections.of(review);
    tiles(groups);
    for (Map.Entry<String, Map<String, List<ReviewEntry>>> group : groups.entrySet()) {
      group(group.getKey(), group.getValue());
    }
    xml.writeEndDocument();
    xml.flush();
  }

  private void head(String title) throws XMLStreamException {
    start("head");
    empty("meta", "charset", "utf-8");
    empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    empty("meta", "name", "color-scheme", "content", "light dark");
    empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    empty("link", "rel", "icon", "href", "data:,");
    text("title", title);
    start("style");
    // Without an entity: a browser reads the content of this element as it is.
    xml.writeDTD("\n" + style());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String style() {
    try (InputStream css = ReviewHtml.class.getResourceAsStream("review.css")) {
      return new String(
          Objects.requireNonNull(css, "review.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tiles(Map<String, Map<String, List<ReviewEntry>>> groups) throws XMLStreamException {
    start("nav");
    for (Map.Entry<String, Map<String, List<ReviewEntry>>> group : groups.entrySet()) {
      start("a", "class", "tile " + tone(group.getKey()), "href", "#" + group.getKey());
      text("b", String.valueOf(ReviewSections.count(group.getValue())));
      xml.writeCharacters(group.getKey());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String tone(String group) {
    return switch (group) {
      case "breaking", "error" -> "bad";
      case "attention", "warning" -> "weak";
      default -> "good";
    };
  }

  private void group(String name, Map<String, List<ReviewEntry>> sections)
      throws XMLStreamException {
    start("section", "class", tone(name), "id", name);
    text("h2", Character.toUpperCase(name.charAt(0)) + name.substring(1));
    for (Map.Entry<String, List<ReviewEntry>> section : sections.entrySet()) {
      heading(section.getKey(), section.getValue().get(0));
      for (ReviewEntry entry : section.getValue()) {
        article(entry);
      }
    }
    xml.writeEndElement();
  }

  /** Each operation is an element of its own, so that no line breaks within it. */
  private void heading(String section, ReviewEntry entry) throws XMLStreamException {
    start("h3");
    if (entry instanceof ReviewChange change && !change.operations().isEmpty()) {
      for (String operation : change.operations()) {
        text("span", operation);
        xml.writeCharacters(" ");
      }
    } else {
      text("span", section);
    }
    xml.writeEndElement();
  }

  private void article(ReviewEntry entry) throws XMLStreamException {
    start("article", "id", "e-" + entry.id());
    start("h4");
    if (!entry.field().isEmpty()) {
      text("code", entry.field());
      xml.writeCharacters(" ");
    }
    xml.writeCharacters(PrintableText.of(entry.description()));
    xml.writeEndElement();
    if (EntrySentence.hasValues(entry)) {
      start("div", "class", "values");
      ValueDifference difference = ValueDifference.between(entry.before(), entry.after());
      value("old", difference.before());
      value("new", difference.after());
      xml.writeEndElement();
    }
    if (!entry.note().isEmpty()) {
      text("p", entry.note());
    }
    origin(entry);
    xml.writeEndElement();
  }

  private void value(String side, ValueDifference.Parts parts) throws XMLStreamException {
    start("div", "class", parts.isEmpty() ? "none" : side);
    start("span", "class", "side");
    xml.writeCharacters(side);
    xml.writeEndElement();
    start("pre");
    if (parts.isEmpty()) {
      xml.writeCharacters(EntrySentence.NOTHING);
    } else {
      xml.writeCharacters(PrintableText.lines(parts.start()));
      start(parts.isPartial() ? "mark" : "span");
      xml.writeCharacters(PrintableText.lines(parts.middle()));
      xml.writeEndElement();
      xml.writeCharacters(PrintableText.lines(parts.end()));
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void origin(ReviewEntry entry) throws XMLStreamException {
    String origin = EntrySentence.origin(entry);
    start("p", "class", "soft");
    xml.writeCharacters(origin.isEmpty() ? "" : origin + "; ");
    start("a", "href", "#e-" + entry.id());
    xml.writeCharacters(entry.id());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    start(element);
    xml.writeCharacters(PrintableText.of(text));
    xml.writeEndElement();
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
  }

  private void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
