package io.github.videotasks.contract.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** Names of the modules of a folder of jars, each with where it is from if it is not declared. */
final class ModuleNames {
  private ModuleNames() {}

  static List<String> in(Path folder) {
    return ModuleFinder.of(folder).findAll().stream().map(ModuleNames::describe).toList();
  }

  private static String describe(ModuleReference module) {
    String name = module.descriptor().name();
    if (!module.descriptor().isAutomatic()) {
      return name;
    }
    try (JarFile jar = new JarFile(Path.of(module.location().orElseThrow()).toFile())) {
      String inManifest = jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
      return name + ", named by its " + (inManifest == null ? "file" : "manifest");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
