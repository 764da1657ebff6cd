package io.github.videotasks.contract.consumer;

import io.github.videotasks.client.runtime.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls every public accessor of a client's objects recursively and collects the scalar values, so
 * that an accessor that is added later is part of the contract without a change here.
 */
final class AccessorReader {

  private static final String PROJECT_PACKAGE = "io.github.videotasks.";
  private static final Set<String> NON_ACCESSORS =
      Set.of("hashCode", "toString", "toBuilder", "withoutBody", "notify", "notifyAll", "wait");

  private final Predicate<Method> skipped;

  /**
   * Creates a reader.
   *
   * @param skipped accessors that return the raw response; they would read every field, although no
   *     contract covers them
   */
  AccessorReader(Predicate<Method> skipped) {
    this.skipped = skipped;
  }

  AccessorValues read(@Nullable Object value) {
    Map<String, String> values = new TreeMap<>();
    read("", value, values);
    return new AccessorValues(values);
  }

  private void read(String path, @Nullable Object value, Map<String, String> values) {
    if (value == null) {
      return;
    }
    if (value instanceof Optional<?> optional) {
      read(path, optional.orElse(null), values);
    } else if (value instanceof List<?> list) {
      values.put(path + "#size", String.valueOf(list.size()));
      for (int i = 0; i < list.size(); i++) {
        read(path + "[" + i + "]", list.get(i), values);
      }
    } else if (value instanceof Map<?, ?> map) {
      values.put(path + "#size", String.valueOf(map.size()));
      map.forEach((key, item) -> read(path + "." + key, item, values));
    } else if (value.getClass().getName().startsWith(PROJECT_PACKAGE) && !isScalar(value)) {
      values.put(path + "#type", value.getClass().getSimpleName());
      accessorsOf(value.getClass())
          .forEach(method -> read(appendPath(path, method), invoke(method, value), values));
    } else {
      values.put(path, value.toString());
    }
  }

  private static boolean isScalar(Object value) {
    return value instanceof Enum<?> || value instanceof JsonValue;
  }

  private List<Method> accessorsOf(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(
            method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
        .filter(
            method ->
                method.getReturnType() != void.class && method.getDeclaringClass() != Object.class)
        .filter(method -> !method.isBridge() && !NON_ACCESSORS.contains(method.getName()))
        .filter(skipped.negate())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static @Nullable Object invoke(Method method, Object target) {
    try {
      method.setAccessible(true); // a package-private class behind a public interface
      return method.invoke(target);
    } catch (InvocationTargetException e) {
      return "throws " + e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String appendPath(String path, Method method) {
    return path.isEmpty() ? method.getName() : path + "." + method.getName();
  }
}
