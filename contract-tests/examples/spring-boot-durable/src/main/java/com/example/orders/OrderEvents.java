package com.example.orders;

import io.github.videotasks.durable.WaitEvent;
import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

// README events: begin
@Component
class OrderEvents {

  void finish(WaitEvent event, Connection transaction) {
    JdbcClient rows = JdbcClient.create(new SingleConnectionDataSource(transaction, true));
    rows.sql("insert into invoice (task) values (?)").param(event.task()).update();
    int orders =
        rows.sql("update shop_order set state = ? where task = ?")
            .params(event.outcome().name(), event.task())
            .update();
    if (orders == 0) { // rolls the invoice back; the event is delivered again
      throw new IllegalStateException("expected an order with task " + event.task());
    }
  }
}
// README events: end
