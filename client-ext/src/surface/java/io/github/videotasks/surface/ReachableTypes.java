package io.github.videotasks.surface;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the types of a library that an application can reach from its entry points: through the
 * signatures of public and protected members, supertypes, permitted subtypes and nested types.
 */
public final class ReachableTypes {
  private final String library;
  private final Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

  private ReachableTypes(String library) {
    this.library = library;
  }

  /**
   * Returns the entry points and all types that are reachable from them, sorted by name.
   *
   * @param library the package of the library; types of others are left out
   * @param entryPoints the types that an application names first
   */
  public static Set<Class<?>> from(String library, Collection<? extends Class<?>> entryPoints) {
    ReachableTypes types = new ReachableTypes(library);
    entryPoints.forEach(types::addClass);
    return types.found;
  }

  /** Returns whether code outside of the package of a class can use it. */
  public static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  /** Returns whether code outside of the package of a member can use it. */
  static boolean isVisible(Member member) {
    int modifiers = member.getModifiers();
    boolean isInherited =
        Modifier.isProtected(modifiers)
            && !Modifier.isFinal(member.getDeclaringClass().getModifiers());
    return !member.isSynthetic() && (Modifier.isPublic(modifiers) || isInherited);
  }

  private void addClass(Class<?> type) {
    if (type.isArray()) {
      addClass(type.getComponentType());
      return;
    }
    boolean isOfLibrary = (type.getPackageName() + ".").startsWith(library + ".");
    // A type that is not public is kept, because a public signature must not contain it.
    if (!isOfLibrary || !found.add(type) || !isPublic(type)) {
      return;
    }
    add(type.getEnclosingClass());
    add(type.getGenericSuperclass());
    addAll(type.getGenericInterfaces());
    addBounds(type.getTypeParameters());
    if (type.isSealed()) {
      addAll(type.getPermittedSubclasses());
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      if (isPublic(nested)) {
        addClass(nested);
      }
    }
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field)) {
        add(field.getGenericType());
      }
    }
    for (Executable constructor : type.getDeclaredConstructors()) {
      addSignature(constructor);
    }
    for (Method method : type.getDeclaredMethods()) {
      addSignature(method);
      if (isVisible(method)) {
        add(method.getGenericReturnType());
      }
    }
  }

  private void addSignature(Executable executable) {
    if (isVisible(executable)) {
      addAll(executable.getGenericParameterTypes());
      addAll(executable.getGenericExceptionTypes());
      addBounds(executable.getTypeParameters());
    }
  }

  private void addBounds(TypeVariable<?>[] variables) {
    for (TypeVariable<?> variable : variables) {
      addAll(variable.getBounds());
    }
  }

  private void addAll(Type[] types) {
    for (Type type : types) {
      add(type);
    }
  }

  /** Adds the classes in a type. The bounds of a type variable are added where it is declared. */
  private void add(@Nullable Type type) {
    if (type instanceof Class<?> plain) {
      addClass(plain);
    } else if (type instanceof ParameterizedType parameterized) {
      add(parameterized.getRawType());
      addAll(parameterized.getActualTypeArguments());
    } else if (type instanceof GenericArrayType array) {
      add(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      addAll(wildcard.getUpperBounds());
      addAll(wildcard.getLowerBounds());
    }
  }
}
