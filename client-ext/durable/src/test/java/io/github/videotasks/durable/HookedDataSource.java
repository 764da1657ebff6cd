package io.github.videotasks.durable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Calls a hook before each prepared statement and each commit. A hook that throws prevents it, and
 * the connection is then closed, hence rolled back, as if the process had died.
 */
final class HookedDataSource {

  private HookedDataSource() {}

  static DataSource of(DataSource dataSource, Consumer<String> hook) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = invoke(dataSource, method, arguments);
          return result instanceof Connection connection ? hooked(connection, hook) : result;
        });
  }

  private static Connection hooked(Connection connection, Consumer<String> hook) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            hook.accept("commit");
          }
          Object result = invoke(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? hooked(statement, String.valueOf(arguments[0]), hook)
              : result;
        });
  }

  private static PreparedStatement hooked(
      PreparedStatement statement, String sql, Consumer<String> hook) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            hook.accept(sql);
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
