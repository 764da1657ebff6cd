package io.github.videotasks.client.generated;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the class files of the generated client from its folder or its jar. */
final class GeneratedClasses implements AutoCloseable {
  private final Path root;
  private final @Nullable FileSystem jar;

  private GeneratedClasses(Path root, @Nullable FileSystem jar) {
    this.root = root;
    this.jar = jar;
  }

  static GeneratedClasses open(Path location) throws IOException {
    if (Files.isDirectory(location)) {
      return new GeneratedClasses(location, null);
    }
    FileSystem jar = FileSystems.newFileSystem(location);
    return new GeneratedClasses(jar.getPath("/"), jar);
  }

  Path folder(String packageName) {
    return root.resolve(packageName.replace('.', '/'));
  }

  static Class<?> loadClass(Class<?> neighbour, String fileName) {
    String name = neighbour.getPackageName() + "." + fileName.replace(".class", "");
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }
}
