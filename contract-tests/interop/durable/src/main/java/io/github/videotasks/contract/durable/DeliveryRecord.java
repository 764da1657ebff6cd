package io.github.videotasks.contract.durable;

import io.github.videotasks.durable.WaitEvent;
import io.github.videotasks.durable.WaitEventHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A consumer of events that keeps its own record outside of the database: a line for each delivery
 * whose transaction the database has confirmed, or whose commit failed so that its result is not
 * known. It also inserts a row in the transaction. Neither place is unique, so that an event that
 * is delivered twice is seen.
 *
 * @param file the file to append to
 */
record DeliveryRecord(String file) implements WaitEventHandler {

  static final String CREATE_TABLE = "create table consumer_delivery (event_key text not null)";

  static final String CONFIRMED = "confirmed";
  static final String UNKNOWN = "unknown";

  /** The events of the transaction that is open on this thread. */
  private static final ThreadLocal<List<String>> OPEN = ThreadLocal.withInitial(ArrayList::new);

  @Override
  public void handle(WaitEvent event, Connection transaction) throws SQLException {
    try (PreparedStatement insert =
        transaction.prepareStatement("insert into consumer_delivery values (?)")) {
      insert.setString(1, event.key());
      insert.executeUpdate();
    }
    OPEN.get().add(event.key());
  }

  /** Returns the pool with connections whose commits are recorded. */
  DataSource watchCommits(DataSource pool) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = invoke(pool, method, arguments);
          return result instanceof Connection connection ? watched(connection) : result;
        });
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          boolean ends = arguments.length == 0;
          if (ends && "rollback".equals(method.getName())) {
            OPEN.remove();
          }
          boolean commits = ends && "commit".equals(method.getName());
          try {
            Object result = invoke(connection, method, arguments);
            if (commits) {
              write(CONFIRMED);
            }
            return result;
          } catch (SQLException e) {
            if (commits) {
              write(UNKNOWN);
            }
            throw e;
          }
        });
  }

  /** A call of a proxy. */
  @FunctionalInterface
  private interface Call {
    @Nullable Object run(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                call.run(method, arguments == null ? new Object[0] : arguments));
    return type.cast(proxy);
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void write(String result) {
    List<String> lines = new ArrayList<>();
    long now = System.currentTimeMillis();
    OPEN.get().forEach(key -> lines.add(result + " " + now + " " + key));
    OPEN.remove();
    try {
      if (!lines.isEmpty()) {
        Files.write(Path.of(file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write the record of deliveries", e);
    }
  }
}
