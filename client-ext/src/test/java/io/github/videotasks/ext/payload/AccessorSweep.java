package io.github.videotasks.ext.payload;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls every public method without parameters of an object and of the objects of the library that
 * it returns, and measures the processor time of each. Not toString: its cost is counted where
 * texts are masked, and is the greatest part.
 */
final class AccessorSweep {

  private static final String LIBRARY = "io.github.videotasks.";
  private static final int MAX_OBJECTS_PER_CLASS = 2;
  private static final int MAX_ELEMENTS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, Long> nanos = new TreeMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Class<?>, Integer> objects = new HashMap<>();
  private final Deque<Object> pending = new ArrayDeque<>();

  private AccessorSweep() {}

  /**
   * Returns the processor time of each method in nanoseconds, with that of creating the object.
   *
   * @throws AssertionError if a method throws, or returns a number whose digits need megabytes
   */
  static Map<String, Long> measure(Supplier<?> root) {
    AccessorSweep sweep = new AccessorSweep();
    long start = THREADS.getCurrentThreadCpuTime();
    sweep.add(root.get());
    sweep.nanos.put("creation", THREADS.getCurrentThreadCpuTime() - start);
    while (!sweep.pending.isEmpty()) {
      sweep.callAll(sweep.pending.remove());
    }
    return sweep.nanos;
  }

  private void add(@Nullable Object value) {
    if (value instanceof Collection<?> all) {
      all.stream().limit(MAX_ELEMENTS).forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      map.values().stream().limit(MAX_ELEMENTS).forEach(this::add);
    } else if (value instanceof BigDecimal number) {
      if (Math.abs((long) number.scale()) > 10_000 || number.precision() > 10_000) {
        throw new AssertionError("expected a number of few digits, found scale " + number.scale());
      }
    } else if (value != null
        && value.getClass().getName().startsWith(LIBRARY)
        && !(value instanceof Enum)
        && seen.add(value)
        && objects.merge(value.getClass(), 1, Integer::sum) <= MAX_OBJECTS_PER_CLASS) {
      pending.add(value);
    }
  }

  private void callAll(Object target) {
    for (Method method : target.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && method.getDeclaringClass() != Object.class
          && !method.getName().equals("toString")
          && !Modifier.isStatic(method.getModifiers())) {
        add(call(target, method));
      }
    }
  }

  private @Nullable Object call(Object target, Method method) {
    method.setAccessible(true);
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      return method.invoke(target);
    } catch (IllegalAccessException e) {
      throw new LinkageError("expected a public method, found " + method, e);
    } catch (InvocationTargetException e) {
      if (method.getName().equals("uri") && e.getCause() instanceof IllegalStateException) {
        return null; // as documented, for a URL that is not valid
      }
      throw new AssertionError("expected no exception from " + method, e.getCause());
    } finally {
      nanos.merge(
          target.getClass().getSimpleName() + "." + method.getName(),
          THREADS.getCurrentThreadCpuTime() - start,
          Long::sum);
    }
  }
}
