package io.github.videotasks.ext.callback;

import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Access to the virtual threads of Java 21, by reflection: this library is compiled for 17. */
final class VirtualThreads {

  private static final int FIRST_VERSION = 21;

  private VirtualThreads() {}

  /** Returns a factory of virtual threads; null if the JVM has none. */
  static @Nullable ThreadFactory factory(String name) {
    if (Runtime.version().feature() < FIRST_VERSION) {
      return null;
    }
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Object named = type.getMethod("name", String.class).invoke(builder, name);
      return (ThreadFactory) type.getMethod("factory").invoke(named);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
