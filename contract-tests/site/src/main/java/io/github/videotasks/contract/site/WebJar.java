package io.github.videotasks.contract.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** A webjar of the class path: a package of JavaScript and CSS whose files the site contains. */
record WebJar(String groupId, String name) {

  /** Copies a file of the package into the site. */
  void copy(String file, SiteFolder site, String target) throws IOException {
    Properties version = new Properties();
    try (InputStream properties =
        open("/META-INF/maven/" + groupId + "/" + name + "/pom.properties")) {
      version.load(properties);
    }
    String folder = "/META-INF/resources/webjars/" + name + "/" + version.getProperty("version");
    try (InputStream content = open(folder + "/" + file)) {
      site.copy(content, target);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream file = WebJar.class.getResourceAsStream(resource);
    if (file == null) {
      throw new FileNotFoundException("expected " + resource + " on the class path, found none");
    }
    return file;
  }
}
