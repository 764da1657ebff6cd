package io.github.videotasks.contract.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command of Maven in a document or a workflow: whether its modules, profiles, properties and
 * tests exist.
 */
public final class MavenCommand {

  /** Properties of Maven and its plugins, which no file of the repository has to contain. */
  private static final Set<String> STANDARD_PROPERTIES =
      Set.of(
          "skipTests", "skipITs", "maven.test.skip", "maven.repo.local", "altDeploymentRepository");

  private static final Set<String> DECLARED_PROFILES = declaredProfiles();

  private static final Set<String> PLACEHOLDERS = Set.of("None", "TEST", "NAME");

  private MavenCommand() {}

  /** Returns a sentence for each name that does not exist. */
  public static List<String> problems(List<String> words) {
    List<String> problems = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-pl") || word.equals("-f")) {
        i++;
        unknownModules(words.get(i)).forEach(it -> problems.add("no module " + it));
      } else if (word.equals("-P")) {
        i++;
        unknownProfiles(words.get(i)).forEach(it -> problems.add("no profile " + it));
      } else if (word.startsWith("-P")) {
        unknownProfiles(word.substring(2)).forEach(it -> problems.add("no profile " + it));
      } else if (word.startsWith("-D")) {
        problems.addAll(propertyProblems(word.substring(2)));
      }
    }
    return problems;
  }

  private static Stream<String> unknownModules(String modules) {
    return Stream.of(modules.split(",", -1))
        .map(module -> module.replaceFirst("/pom\\.xml$", ""))
        .filter(module -> !RepositoryTexts.all().containsKey(module + "/pom.xml"));
  }

  private static Stream<String> unknownProfiles(String profiles) {
    return Stream.of(profiles.split(",", -1))
        .filter(profile -> !DECLARED_PROFILES.contains(profile));
  }

  private static Set<String> declaredProfiles() {
    Pattern profile =
        Pattern.compile("<profile>\\s*(?:<!--.*?-->\\s*)?<id>(.+?)</id>", Pattern.DOTALL);
    return RepositoryTexts.all().entrySet().stream()
        .filter(file -> file.getKey().endsWith("pom.xml"))
        .flatMap(file -> profile.matcher(file.getValue()).results())
        .map(it -> it.group(1))
        .collect(Collectors.toSet());
  }

  private static List<String> propertyProblems(String property) {
    String name = property.replaceFirst("=.*", "");
    String value = property.substring(Math.min(property.length(), name.length() + 1));
    if (name.equals("test") || name.equals("it.test")) {
      return unknownTests(value);
    }
    boolean known =
        STANDARD_PROPERTIES.contains(name)
            || name.matches("provider\\.[a-zA-Z-]+\\.(?:url|token-env|task\\.[a-z-]+)")
            || name.startsWith("surefire.")
            || filesWith(".xml", "${" + name + "}") > 0
            || filesWith(".xml", "<name>" + name + "</name>") > 0
            || filesWith(".java", "\"" + name + "\"") > 0;
    return known ? List.of() : List.of("no POM and no source reads the property " + name);
  }

  private static List<String> unknownTests(String tests) {
    return Stream.of(tests.replaceAll("[\"']", "").split(",", -1))
        .map(test -> test.replaceFirst("#.*", "").replaceFirst("^!", ""))
        .filter(test -> !PLACEHOLDERS.contains(test) && !test.contains("*"))
        .filter(
            test ->
                RepositoryTexts.all().keySet().stream()
                    .noneMatch(path -> path.endsWith("/" + test + ".java")))
        .map(test -> "no test class " + test)
        .collect(Collectors.toList());
  }

  private static long filesWith(String extension, String text) {
    return RepositoryTexts.all().entrySet().stream()
        .filter(file -> file.getKey().endsWith(extension) && file.getValue().contains(text))
        .count();
  }
}
