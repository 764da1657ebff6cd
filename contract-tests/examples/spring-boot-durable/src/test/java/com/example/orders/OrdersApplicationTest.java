package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the application on a real PostgreSQL, against a replay server. */
@Timeout(60)
class OrdersApplicationTest {

  private static final String GATEWAY =
      System.getProperty("video-tasks.base-url", "http://127.0.0.1:8765");

  private EmbeddedPostgres database;
  private ConfigurableApplicationContext application;
  private JdbcClient rows;

  @BeforeEach
  void start() throws IOException {
    database = EmbeddedPostgres.start();
    rows = JdbcClient.create(database.getPostgresDatabase());
    application =
        SpringApplication.run(
            OrdersApplication.class,
            "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
            "--video-tasks.base-url=" + GATEWAY,
            "--video-tasks.api-key=any");
  }

  @AfterEach
  void close() throws IOException {
    application.close();
    database.close();
  }

  private long count(String query) {
    return rows.sql(query).query(Long.class).single();
  }

  private void await(String query) {
    while (count(query) == 0) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void commitsRowsOfTheApplicationTogetherWithTheEvent() {
    application.getBean(OrderService.class).place("waiting,finished:1");
    await("select count(*) from shop_order where state = 'SUCCEEDED'");

    application
        .getBean(DurableWaits.class)
        .watch("chainhub", "finished:2", WaitPolicy.defaults()); // there is no order yet
    await("select count(*) from video_tasks.outbox where attempts > 0");
    assertThat(count("select count(*) from invoice where task = 'finished:2'")).isZero();
    rows.sql("insert into shop_order values ('finished:2', 'OPEN')").update();
    await("select count(*) from shop_order where task = 'finished:2' and state = 'SUCCEEDED'");

    assertThat(count("select count(*) from invoice")).isEqualTo(2);
    assertThat(count("select count(*) from video_tasks.outbox")).isZero();
    assertThat(application.getBean(DataSource.class).getClass().getSimpleName())
        .isEqualTo("HikariDataSource");
    application.close();
    assertThat(count("select count(*) from video_tasks.node")).isZero();
  }
}
