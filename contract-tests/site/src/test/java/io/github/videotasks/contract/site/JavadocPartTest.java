package io.github.videotasks.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocPartTest {

  /** The Javadoc has several modules, and the class path has the others. */
  @Test
  void needsNoModuleOfADeclaration(@TempDir Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/a"));
    Files.writeString(
        sources.resolveSibling("module-info.java"), "module a { requires not.on.any.path; }");
    Files.writeString(sources.resolve("A.java"), "package a; /** A class. */ public class A {}");
    SiteFolder site = SiteFolder.replace(folder.resolve("site"));

    JavadocPart.write(List.of(sources.getParent()), "", site);

    assertThat(site.file("javadoc/a/A.html"))
        .content()
        .contains("A class.", "javadoc.css", "<a href=\"../../index.html\">Documents</a>");
  }
}
