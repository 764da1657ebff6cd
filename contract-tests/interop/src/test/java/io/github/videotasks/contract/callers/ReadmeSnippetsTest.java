package io.github.videotasks.contract.callers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the snippets in JVM_LANGUAGES.md are equal to the code of the callers. */
class ReadmeSnippetsTest {

  @ParameterizedTest
  @MethodSource("io.github.videotasks.contract.callers.JvmLanguage#all")
  void matchMarkedLinesOfCaller(JvmLanguage language) throws IOException {
    String readme =
        Files.readString(RepositoryLayout.find().root().resolve("client-ext/JVM_LANGUAGES.md"));
    List<String> shown =
        Pattern.compile("```" + language.name() + "\n(.*?)\n```", Pattern.DOTALL)
            .matcher(readme)
            .results()
            .map(each -> each.group(1))
            .toList();
    String source = Files.readString(language.callerProgram());
    String marked = source.split("(//|;;) README: (begin|end)\\R?", 3)[1].stripIndent().strip();

    assertThat(shown).contains(marked);
  }
}
