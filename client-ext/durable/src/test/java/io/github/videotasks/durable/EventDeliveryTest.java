package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventDeliveryTest {

  private final TestDatabase test = TestDatabase.create();
  private final Reports reports = new Reports(DurableWaitsListener.none());

  @BeforeEach
  void endTwoWaits() {
    test.execute("create table shop_order (task text)");
    try (TestNode node =
        new TestNode(test.database(), DurableGateway.of("g", TestNode.always("completed")))) {
      node.watch("g", "task_1");
      node.watch("g", "task_2");
      node.runAll();
    }
  }

  @AfterEach
  void close() {
    reports.close();
    test.close();
  }

  private EventDelivery delivery(WaitEventHandler handler) {
    return new EventDelivery(test.database(), handler, reports);
  }

  private static void insert(Connection transaction, WaitEvent event) throws SQLException {
    try (Statement statement = transaction.createStatement()) {
      statement.execute("insert into shop_order values ('" + event.task() + "')");
    }
  }

  private String orders() {
    return test.text("select string_agg(task, ',' order by task) from shop_order");
  }

  @Test
  void deliversEachEventOnceWithItsKey() {
    List<String> keys = new ArrayList<>();
    EventDelivery delivery = delivery((event, transaction) -> keys.add(event.key()));
    assertThat(delivery.deliverBatch()).isEqualTo(2);
    assertThat(delivery.deliverBatch()).isZero();
    assertThat(keys).hasSize(2).doesNotHaveDuplicates().allMatch(it -> it.startsWith("g/task_"));
  }

  @Test
  void rowsOfTheHandlerAreCommittedExactlyOnce() {
    EventDelivery crashing =
        delivery(
            (event, transaction) -> {
              insert(transaction, event);
              if (event.task().equals("task_2")) {
                transaction.close(); // as if the process had died before the commit
              }
            });
    org.assertj.core.api.Assertions.assertThatThrownBy(crashing::deliverBatch)
        .isInstanceOf(RuntimeException.class);
    assertThat(orders()).isEqualTo("null");

    delivery((event, transaction) -> insert(transaction, event)).deliverBatch();
    assertThat(orders()).isEqualTo("task_1,task_2");
  }

  @Test
  void aHandlerThatFailsDoesNotStopOtherEventsAndIsCalledAgainLater() {
    EventDelivery failing =
        delivery(
            (event, transaction) -> {
              insert(transaction, event);
              if (event.task().equals("task_1")) {
                transaction.createStatement().execute("select 1/0");
              }
            });
    failing.deliverBatch();
    assertThat(orders()).isEqualTo("task_2");
    assertThat(test.text("select task || attempts from video_tasks.outbox where due_at > now()"))
        .isEqualTo("task_11");

    test.execute("update video_tasks.outbox set due_at = now()");
    delivery((event, transaction) -> insert(transaction, event)).deliverBatch();
    assertThat(orders()).isEqualTo("task_1,task_2");
  }

  @Test
  void twoNodesDoNotDeliverTheSameEventAtATime() {
    List<String> second = new ArrayList<>();
    delivery(
            (event, transaction) -> {
              if (event.task().equals("task_1")) {
                delivery((other, inner) -> second.add(other.key())).deliverBatch();
              }
            })
        .deliverBatch();
    assertThat(second).isEmpty();
  }

  @Test
  void anErrorOfAHandlerDoesNotEndTheDelivery() {
    delivery(
            (event, transaction) -> {
              insert(transaction, event);
              if (event.task().equals("task_1")) {
                throw new AssertionError("simulated");
              }
            })
        .deliverBatch();
    assertThat(orders()).isEqualTo("task_2");
  }

  /** 2 to the power of 1,024 is out of range, and would undo the whole batch. */
  @Test
  void anEventThatFailedForDaysDoesNotStopTheOthers() {
    test.execute("update video_tasks.outbox set attempts = 1024 where task = 'task_1'");
    delivery(
            (event, transaction) -> {
              if (event.task().equals("task_1")) {
                throw new IllegalStateException("simulated");
              }
              insert(transaction, event);
            })
        .deliverBatch();
    assertThat(orders()).isEqualTo("task_2");
    assertThat(
            test.text(
                "select due_at between now() + interval '290 s' and now() + interval '300 s'"
                    + " from video_tasks.outbox"))
        .isEqualTo("t");
  }

  /** As a handler in Kotlin does. */
  @Test
  void rowsOfAHandlerThatThrowsAnUndeclaredExceptionAreRolledBack() {
    delivery(
            (event, transaction) -> {
              insert(transaction, event);
              if (event.task().equals("task_1")) {
                throwUndeclared(new java.io.IOException("simulated"));
              }
            })
        .deliverBatch();
    assertThat(orders()).isEqualTo("task_2");
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void throwUndeclared(Exception e) throws E {
    throw (E) e;
  }

  @Test
  void anEventWhoseCommitFailsDoesNotStopTheOthers() {
    test.execute("create table known (task text primary key)");
    test.execute("insert into known values ('task_2')");
    test.execute(
        "alter table shop_order add foreign key (task) references known deferrable initially"
            + " deferred");
    EventDelivery delivery = delivery((event, transaction) -> insert(transaction, event));
    Thread thread = new Thread(delivery::run, "delivery");
    thread.setDaemon(true);
    thread.start();
    test.await("select count(*) from shop_order", orders -> orders == 1);
    test.await("select attempts from video_tasks.outbox", attempts -> attempts >= 1);
    delivery.close();
    assertThat(orders()).isEqualTo("task_2");
  }

  /** Of a later version that runs at the same time. */
  @Test
  void leavesAnOutcomeThatThisVersionDoesNotKnowToOtherNodes() {
    test.execute("update video_tasks.outbox set outcome = 'PAUSED' where task = 'task_1'");
    delivery((event, transaction) -> insert(transaction, event)).deliverBatch();
    assertThat(orders()).isEqualTo("task_2");
    assertThat(test.text("select string_agg(task, ',') from video_tasks.outbox"))
        .isEqualTo("task_1");
  }
}
