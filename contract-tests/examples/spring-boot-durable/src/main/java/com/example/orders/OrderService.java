package com.example.orders;

import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.ext.polling.WaitPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Stores orders, each with the task that makes its video. */
@Service
class OrderService {

  private final JdbcClient rows;
  private final DurableWaits waits;

  OrderService(JdbcClient rows, DurableWaits waits) {
    this.rows = rows;
    this.waits = waits;
  }

  void place(String task) {
    rows.sql("insert into shop_order (task, state) values (?, 'OPEN')").param(task).update();
    waits.watch("chainhub", task, WaitPolicy.defaults());
  }
}
