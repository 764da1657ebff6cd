package io.github.videotasks.spec.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.finding.PrintableText;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Both formats are XML, so a parser shows what their texts become. */
class ReviewXmlTest {
  private static final String FIELD = PrintableText.of(ReviewSamples.HOSTILE);

  @Test
  void showsHostileTextInHtmlAsText() throws Exception {
    Document page = html(ReviewSamples.hostile());
    assertThat(text(page, "//article/h4/code")).isEqualTo(FIELD);
    assertThat(text(page, "//div[@class='old']/pre"))
        .isEqualTo(PrintableText.lines(ReviewSamples.HOSTILE));
    assertThat(text(page, "//div[@class='new']/pre")).endsWith("\\!");
    assertThat(text(page, "//div[@class='new']/pre/mark")).isEqualTo("!");
  }

  /** No script, and nothing that a browser would load. */
  @Test
  void htmlIsOneFileWithoutScript() throws Exception {
    Document page = html(ReviewSamples.hostile());
    assertThat(count(page, "//script|//iframe|//img|//object|//form|//*[@src]|//*[@style]"))
        .isZero();
    assertThat(count(page, "//@*[starts-with(name(), 'on')]")).isZero();
    assertThat(count(page, "//@href[not(starts-with(., '#')) and . != 'data:,']")).isZero();
    assertThat(text(page, "//style")).doesNotContain("url(").doesNotContain("@import");
    assertThat(text(page, "//meta[@http-equiv='Content-Security-Policy']/@content"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  }

  @Test
  void htmlListsFindingsOfBothSeverities() throws Exception {
    Document page = html(ReviewSamples.findings());
    assertThat(text(page, "//h1")).isEqualTo("Findings");
    assertThat(text(page, "//section[1]/h2")).isEqualTo("Error");
    assertThat(text(page, "//section[2]/article/h4"))
        .isEqualTo("null-type found the type null in 'a'; 2 places, also 'b' in line 9");
  }

  @Test
  void reportsErrorAsJUnitFailure() throws Exception {
    Document report = junit(ReviewSamples.change("Task.id", "type changed", "string", "integer"));
    assertThat(text(report, "/testsuites/@failures")).isEqualTo("1");
    assertThat(text(report, "/testsuites/testsuite/@name")).isEqualTo("GET /a");
    assertThat(text(report, "//testcase/@name")).isEqualTo("Task.id: type changed (0123456789)");
    assertThat(text(report, "//failure/@message"))
        .isEqualTo("Task.id: type changed: string -> integer");
    assertThat(text(report, "//failure")).endsWith("\nacme; pages/acme.md:12");
  }

  @Test
  void reportsWarningAsPassedJUnitTest() throws Exception {
    Document report = junit(ReviewSamples.findings());
    assertThat(text(report, "/testsuites/@tests")).isEqualTo("2");
    assertThat(text(report, "/testsuites/@failures")).isEqualTo("1");
    assertThat(count(report, "//testcase/system-out")).isEqualTo(1);
  }

  @Test
  void escapesHostileTextInJUnit() throws Exception {
    Document report = junit(ReviewSamples.hostile());
    assertThat(text(report, "//testcase/@classname")).isEqualTo(FIELD);
    assertThat(text(report, "//failure/@message")).startsWith(FIELD + ": ");
  }

  private static Document html(Review review) throws Exception {
    // The parser has no document type definition for HTML and needs none.
    return parse(ReviewFormat.HTML.render(review).replace("<!DOCTYPE html>", ""));
  }

  private static Document junit(Review review) throws Exception {
    return parse(ReviewFormat.JUNIT.render(review));
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    return parser.parse(new ByteArrayInputStream(xml.strip().getBytes(UTF_8)));
  }

  private static String text(Document document, String path) throws Exception {
    return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
  }

  private static int count(Document document, String path) throws Exception {
    return ((NodeList)
            XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate(path, document, XPathConstants.NODESET))
        .getLength();
  }
}
