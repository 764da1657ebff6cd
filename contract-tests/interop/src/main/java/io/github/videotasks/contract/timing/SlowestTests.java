package io.github.videotasks.contract.timing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints the test classes that took longest, from the reports that Surefire and Failsafe write in
 * every module. Classes run side by side, so the times add up to more than the build took.
 */
public final class SlowestTests {
  private static final int SHOWN = 10;

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private record TestClass(String module, String name, double seconds) {}

  private SlowestTests() {}

  /**
   * Prints the table.
   *
   * @param args the checkout; the start of the build as ISO-8601 instant: older reports are ignored
   * @throws IOException if a report is not readable
   */
  public static void main(String[] args) throws IOException {
    System.out.print(table(Path.of(args[0]), Instant.parse(args[1])));
  }

  /** Returns a heading and one line per class, the slowest first; empty if no test has run. */
  static String table(Path checkout, Instant start) throws IOException {
    List<TestClass> classes = new ArrayList<>();
    List<String> modules =
        MODULE
            .matcher(Files.readString(checkout.resolve("pom.xml")))
            .results()
            .map((MatchResult module) -> module.group(1))
            .toList();
    for (String module : modules) {
      for (String folder : List.of("surefire-reports", "failsafe-reports")) {
        for (Path report : reports(checkout.resolve(module).resolve("target/" + folder), start)) {
          classes.add(read(module, report));
        }
      }
    }
    if (classes.isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder("Slowest test classes of this build:\n");
    classes.stream()
        .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
        .limit(SHOWN)
        .forEach(
            it ->
                table.append(
                    String.format(
                        Locale.ROOT, "%7.1f s  %s (%s)%n", it.seconds(), it.name(), it.module())));
    return table.toString();
  }

  private static List<Path> reports(Path folder, Instant start) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> recent = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = String.valueOf(file.getFileName());
        boolean isReport = name.startsWith("TEST-") && name.endsWith(".xml");
        if (isReport && !Files.getLastModifiedTime(file).toInstant().isBefore(start)) {
          recent.add(file);
        }
      }
    }
    return recent;
  }

  /** Reads the attributes of the root element only, because the output of the tests may be long. */
  private static TestClass read(String module, Path report) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      reader.nextTag();
      String name = reader.getAttributeValue(null, "name");
      double seconds = Double.parseDouble(reader.getAttributeValue(null, "time").replace(",", ""));
      return new TestClass(module, name.substring(name.lastIndexOf('.') + 1), seconds);
    } catch (XMLStreamException e) {
      throw new IOException("expected a test report in " + report + ", found other content", e);
    }
  }
}
