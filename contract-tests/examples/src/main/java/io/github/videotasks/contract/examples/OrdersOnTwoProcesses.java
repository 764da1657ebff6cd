package io.github.videotasks.contract.examples;

import com.zaxxer.hikari.HikariDataSource;
import io.github.videotasks.durable.DurableGateway;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.durable.WaitEvent;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/**
 * Waits that outlive their process, stored in PostgreSQL. One process stores three orders and ends;
 * another one polls their tasks, and updates each order in the transaction that delivers the end of
 * its wait. Arguments: base URL, id, JDBC URL, {@code order} or {@code poll}.
 */
public final class OrdersOnTwoProcesses {

  private static final int ORDERS = 3;

  private static final WaitPolicy POLICY =
      WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(500)));

  private OrdersOnTwoProcesses() {}

  /**
   * Runs one of the two processes.
   *
   * @param args base URL of a gateway, an id to which {@code :1} to {@code :3} is added, JDBC URL
   *     of a PostgreSQL, {@code order} or {@code poll}
   */
  public static void main(String[] args) throws SQLException, InterruptedException {
    String key = System.getenv().getOrDefault("VIDEO_TASKS_API_KEY", "any");
    try (HikariDataSource pool = pool(args[2]);
        VideoTasks tasks = VideoTasks.builder().baseUrl(args[0]).apiKey(key).build();
        DurableWaits waits =
            DurableWaits.on(pool, DurableGateway.of("gateway", tasks))
                .schedule("fast", POLICY.schedule())
                .build()) {
      if (args[3].equals("order")) {
        order(pool, waits, args[1]);
      } else {
        poll(waits);
      }
      printOrders(pool);
    }
  }

  private static HikariDataSource pool(String url) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(16); // threads and 6 more
    return pool;
  }

  private static void order(DataSource pool, DurableWaits waits, String id) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table shop_order (task text primary key, state text)");
      for (int i = 1; i <= ORDERS; i++) {
        statement.execute("insert into shop_order values ('" + id + ":" + i + "', 'OPEN')");
      }
    }
    for (int i = 1; i <= ORDERS; i++) {
      waits.watch("gateway", id + ":" + i, POLICY);
    }
  }

  private static void poll(DurableWaits waits) throws InterruptedException {
    CountDownLatch delivered = new CountDownLatch(ORDERS);
    waits.events(
        (event, transaction) -> {
          finishOrder(event, transaction);
          delivered.countDown();
        });
    waits.start();
    delivered.await();
    waits.close(); // commits the delivery
  }

  private static void finishOrder(WaitEvent event, Connection transaction) throws SQLException {
    try (PreparedStatement update =
        transaction.prepareStatement("update shop_order set state = ? where task = ?")) {
      update.setString(1, event.outcome().name());
      update.setString(2, event.task());
      update.executeUpdate();
    }
  }

  private static void printOrders(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet orders = statement.executeQuery("select * from shop_order order by task")) {
      while (orders.next()) {
        System.out.println(orders.getString(1) + ": " + orders.getString(2));
      }
    }
  }
}
