package io.github.videotasks.surface;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Formats the public surface of types as text, close to Java: one line for each type and each
 * member that its callers can use. Types of the libraries and of the JDK are listed by their simple
 * name, types of other libraries by their full name.
 *
 * <p>Left out is what follows from the kind of a type: the accessors and the canonical constructor
 * of a record, {@code values} and {@code valueOf} of an enum, and the methods of {@link Object}.
 */
public final class SurfaceListing {
  private static final Set<String> OBJECT_METHODS = Set.of("equals", "hashCode", "toString");
  private static final Set<String> ENUM_METHODS = Set.of("values", "valueOf");

  /** The packages whose types are listed by their simple names. */
  private static final Pattern SHORT_PACKAGE =
      Pattern.compile("(?:java|io\\.github\\.videotasks\\.(?:ext|durable))(?:\\..*)?");

  private SurfaceListing() {}

  /** Returns the listing of types, in their order, with a line for each package. */
  public static String of(Collection<Class<?>> types) {
    return types.stream()
        .collect(Collectors.groupingBy(Class::getPackageName, TreeMap::new, typeTexts()))
        .entrySet()
        .stream()
        .map(group -> "package " + group.getKey() + "\n\n" + group.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Collector<Class<?>, ?, String> typeTexts() {
    return Collectors.mapping(SurfaceListing::describe, Collectors.joining("\n"));
  }

  private static String describe(Class<?> type) {
    Stream<String> constants =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
            : Stream.empty();
    Stream<String> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> ReachableTypes.isVisible(field) && !field.isEnumConstant())
            .map(SurfaceListing::signature)
            .sorted();
    Stream<String> constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(each -> ReachableTypes.isVisible(each) && !isCanonical(each))
            .map(SurfaceListing::signature)
            .sorted();
    Stream<String> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(each -> ReachableTypes.isVisible(each) && !isImplied(each))
            .sorted(Comparator.comparing(each -> each.getName() + parameters(each)))
            .map(SurfaceListing::signature);
    return Stream.of(constants, fields, constructors, methods)
        .flatMap(Function.identity())
        .map(line -> "  " + line + "\n")
        .collect(Collectors.joining("", header(type) + "\n", ""));
  }

  private static String header(Class<?> type) {
    StringBuilder text = new StringBuilder();
    if (type.isAnnotationPresent(Deprecated.class)) {
      text.append("@Deprecated ");
    }
    if (type.isAnnotationPresent(FunctionalInterface.class)) {
      text.append("@FunctionalInterface ");
    }
    text.append(kind(type)).append(' ').append(name(type)).append(variables(type));
    if (type.isRecord()) {
      text.append(
          Arrays.stream(type.getRecordComponents())
              .map(SurfaceListing::component)
              .collect(Collectors.joining(", ", "(", ")")));
    }
    AnnotatedType parent = type.getAnnotatedSuperclass();
    boolean isImplied = type.isRecord() || type.isEnum() || type.isInterface();
    if (!isImplied && parent != null && parent.getType() != Object.class) {
      text.append(" extends ").append(typeName(parent));
    }
    text.append(
        list(type.isInterface() ? " extends " : " implements ", type.getAnnotatedInterfaces()));
    if (type.isSealed()) {
      text.append(
          Arrays.stream(type.getPermittedSubclasses())
              .map(SurfaceListing::name)
              .collect(Collectors.joining(", ", " permits ", "")));
    }
    return text.toString();
  }

  private static String kind(Class<?> type) {
    if (type.isRecord()) {
      return "record";
    }
    if (type.isEnum()) {
      return "enum";
    }
    String sealed = type.isSealed() ? "sealed " : "";
    if (type.isInterface()) {
      return sealed + (type.isAnnotation() ? "@interface" : "interface");
    }
    int modifiers = type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL);
    return sealed + Modifier.toString(modifiers) + (modifiers == 0 ? "class" : " class");
  }

  private static String component(RecordComponent component) {
    return typeName(component.getAnnotatedType()) + " " + component.getName();
  }

  private static boolean isCanonical(Constructor<?> constructor) {
    Class<?> type = constructor.getDeclaringClass();
    return type.isRecord()
        && Arrays.equals(
            constructor.getParameterTypes(),
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
  }

  private static boolean isImplied(Method method) {
    Class<?> type = method.getDeclaringClass();
    return OBJECT_METHODS.contains(method.getName())
        || (type.isEnum() && ENUM_METHODS.contains(method.getName()))
        || (type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> method.equals(component.getAccessor())));
  }

  private static String signature(Field field) {
    int modifiers = field.getModifiers() & ~Modifier.PUBLIC;
    return (modifiers == 0 ? "" : Modifier.toString(modifiers) + " ")
        + typeName(field.getAnnotatedType())
        + " "
        + field.getName()
        + constantValue(field);
  }

  /** Returns the value of a constant that the compiler copies into the classes of callers. */
  private static String constantValue(Field field) {
    boolean isConstant = field.getType().isPrimitive() || field.getType() == String.class;
    if (!isConstant || !Modifier.isStatic(field.getModifiers())) {
      return "";
    }
    try {
      return " = " + field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(Constructor<?> constructor) {
    return modifiers(constructor.getModifiers(), constructor.getDeclaringClass())
        + "new"
        + parameters(constructor);
  }

  private static String signature(Method method) {
    String variables = variables(method);
    return modifiers(method.getModifiers(), method.getDeclaringClass())
        + (method.isDefault() ? "default " : "")
        + (variables.isEmpty() ? "" : variables + " ")
        + typeName(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + parameters(method);
  }

  /** Returns the modifiers that a caller or subclass depends on; public is not listed. */
  private static String modifiers(int all, Class<?> declaringType) {
    int listed = all & (Modifier.PROTECTED | Modifier.STATIC);
    if (!declaringType.isInterface()) {
      listed |= all & Modifier.ABSTRACT;
    }
    if (!Modifier.isFinal(declaringType.getModifiers()) && !declaringType.isInterface()) {
      listed |= all & Modifier.FINAL;
    }
    return listed == 0 ? "" : Modifier.toString(listed) + " ";
  }

  private static String parameters(Executable executable) {
    Parameter[] parameters = executable.getParameters();
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      String type = typeName(types[i]);
      boolean isVarArgs = parameters[i].isVarArgs();
      texts.add(
          (isVarArgs ? type.substring(0, type.length() - 2) + "..." : type)
              + " "
              + parameters[i].getName());
    }
    return "("
        + String.join(", ", texts)
        + ")"
        + list(" throws ", executable.getAnnotatedExceptionTypes());
  }

  private static String variables(GenericDeclaration declaration) {
    TypeVariable<?>[] variables = declaration.getTypeParameters();
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(SurfaceListing::variable)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String variable(TypeVariable<?> variable) {
    String bounds =
        Arrays.stream(variable.getAnnotatedBounds())
            .map(SurfaceListing::typeName)
            .collect(Collectors.joining(" & "));
    return variable.getName() + (bounds.equals("Object") ? "" : " extends " + bounds);
  }

  private static String list(String prefix, AnnotatedType[] types) {
    return types.length == 0
        ? ""
        : Arrays.stream(types)
            .map(SurfaceListing::typeName)
            .collect(Collectors.joining(", ", prefix, ""));
  }

  /** Formats a type with its nullness; the JDK's own text differs between versions. */
  private static String typeName(AnnotatedType type) {
    String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
    if (type instanceof AnnotatedArrayType array) {
      String component = typeName(array.getAnnotatedGenericComponentType());
      return component + (nullable.isEmpty() ? "[]" : " @Nullable []");
    }
    if (type instanceof AnnotatedParameterizedType parameterized) {
      Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
      return nullable
          + name(raw)
          + Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
              .map(SurfaceListing::typeName)
              .collect(Collectors.joining(", ", "<", ">"));
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      return wildcard.getAnnotatedLowerBounds().length > 0
          ? "?" + list(" super ", wildcard.getAnnotatedLowerBounds())
          : ("?" + list(" extends ", wildcard.getAnnotatedUpperBounds()))
              .replace("? extends Object", "?");
    }
    return nullable
        + (type.getType() instanceof Class<?> plain ? name(plain) : type.getType().getTypeName());
  }

  private static String name(Class<?> type) {
    String name = type.getCanonicalName();
    String packageName = type.getPackageName();
    return SHORT_PACKAGE.matcher(packageName).matches() && name.startsWith(packageName + ".")
        ? name.substring(packageName.length() + 1)
        : name;
  }
}
