package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.WaitPolicy;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Flyway itself runs the scripts of the tables, as the README describes. */
class FlywayScriptsTest {

  /** Columns, indexes and views with all that can differ, and the installed versions. */
  private static final String STRUCTURE =
      """
      select string_agg(line, chr(10) order by line) from (
        select table_name || '.' || column_name || ' ' || ordinal_position || ' ' || data_type
          || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
        from information_schema.columns where table_schema = 'video_tasks'
        union all select indexdef from pg_indexes where schemaname = 'video_tasks'
        union all select viewname || definition from pg_views where schemaname = 'video_tasks'
        union all select version || ' ' || installed_at from video_tasks.schema_version
      ) lines
      """;

  private final TestDatabase test = TestDatabase.empty();

  @AfterEach
  void close() {
    test.close();
  }

  private static FluentConfiguration flyway(DataSource dataSource) {
    // README: begin
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .locations("classpath:io/github/videotasks/durable/db")
            .defaultSchema("video_tasks") // with a history of its own, apart from your scripts
            .initSql("set lock_timeout = '5s'"); // fails instead of holding up all nodes
    // README: end
    return flyway;
  }

  @Test
  @Timeout(60)
  void nodesUseTablesThatFlywayCreated() {
    assertThat(flyway(test.dataSource()).load().migrate().migrationsExecuted)
        .isEqualTo(DurableSchema.VERSION);
    DurableGateway gateway = DurableGateway.of("g", TestNode.always("completed"));
    try (DurableWaits waits =
        DurableWaits.on(test.dataSource(), gateway).withoutMigration().build()) {
      waits.start();
      waits.watch("g", "task_1", WaitPolicy.defaults());
      test.await("select count(*) from video_tasks.outbox", events -> events == 1);
    }
  }

  @Test
  void migratingAgainInEitherWayChangesNothing() {
    Flyway flyway = flyway(test.dataSource()).load();
    flyway.migrate();
    String before = test.text(STRUCTURE);

    DurableSchema.migrate(test.dataSource());

    assertThat(flyway.migrate().migrationsExecuted).isZero();
    flyway.validate();
    assertThat(test.text(STRUCTURE)).isEqualTo(before);
  }

  @Test
  void takesOverTablesThatTheBuilderCreated() {
    DurableSchema.migrate(test.dataSource());
    test.execute("insert into video_tasks.node values ('a node', now())");

    Flyway flyway = flyway(test.dataSource()).baselineOnMigrate(true).baselineVersion("0").load();

    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(DurableSchema.VERSION);
    assertThat(test.text("select name from video_tasks.node")).isEqualTo("a node");
  }
}
