package io.github.videotasks.client.generated;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the public and protected members of a class as text: one line per member, sorted, with
 * nullness annotations.
 */
final class ApiSurface {
  private ApiSurface() {}

  /** Returns the listing of a class; empty if the class is not visible outside its package. */
  static String describe(Class<?> type) {
    if (!isVisible(type.getModifiers()) || type.isAnonymousClass()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    Stream.of(type.getDeclaredFields())
        .filter(ApiSurface::isListed)
        .map(ApiSurface::signature)
        .forEach(lines::add);
    Stream.of(type.getDeclaredConstructors())
        .filter(ApiSurface::isListed)
        .map(ApiSurface::signature)
        .forEach(lines::add);
    Stream.of(type.getDeclaredMethods())
        .filter(ApiSurface::isListed)
        .map(ApiSurface::signature)
        .forEach(lines::add);
    return abbreviate(typeSignature(type))
        + "\n"
        + lines.stream()
            .sorted()
            .map(line -> "  " + abbreviate(line) + "\n")
            .collect(Collectors.joining());
  }

  private static String typeSignature(Class<?> type) {
    String parents =
        Stream.concat(
                Stream.of(type.getAnnotatedSuperclass()),
                Arrays.stream(type.getAnnotatedInterfaces()))
            .filter(Objects::nonNull)
            .map(AnnotatedType::toString)
            .filter(parent -> !parent.equals("java.lang.Object"))
            .collect(Collectors.joining(", "));
    return type.toGenericString() + (parents.isEmpty() ? "" : " extends " + parents);
  }

  private static boolean isListed(Member member) {
    return isVisible(member.getModifiers()) && !member.isSynthetic();
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String signature(Field field) {
    return prefix(field, field.getModifiers()) + field.getAnnotatedType() + " " + field.getName();
  }

  private static String signature(Constructor<?> constructor) {
    return prefix(constructor, constructor.getModifiers()) + "new" + parameters(constructor);
  }

  private static String signature(Method method) {
    return prefix(method, method.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE)
        + method.getAnnotatedReturnType()
        + " "
        + method.getName()
        + parameters(method);
  }

  private static String prefix(AnnotatedElement element, int modifiers) {
    String http =
        Arrays.stream(element.getAnnotations())
            .filter(each -> each.annotationType().getPackageName().equals("retrofit2.http"))
            .map(each -> each + " ")
            .collect(Collectors.joining());
    return http + Modifier.toString(modifiers) + " ";
  }

  private static String parameters(Executable executable) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < executable.getParameterCount(); i++) {
      parameters.add(
          executable.getAnnotatedParameterTypes()[i]
              + " "
              + executable.getParameters()[i].getName());
    }
    return "(" + String.join(", ", parameters) + ")";
  }

  /** Removes well-known package names and differences between JDK versions. */
  private static String abbreviate(String line) {
    return line.replaceAll("@org\\.jspecify\\.annotations\\.Nullable(\\(\\))?", "@Nullable")
        .replaceAll("\\b(java\\.lang|java\\.util|java\\.math)\\.(?=[A-Z@])", "")
        .replaceAll("\\bio\\.github\\.videotasks\\.client\\.(model\\.)?(?=[A-Z@])", "");
  }
}
