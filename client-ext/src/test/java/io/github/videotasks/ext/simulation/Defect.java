package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.time.Scheduler;
import java.util.concurrent.Flow;

/** A bug that is planted around the seams of a client, to prove that the simulation finds it. */
interface Defect {

  /** No bug. */
  Defect NONE = new Defect() {};

  default Scheduler scheduler(Scheduler correct) {
    return correct;
  }

  default TaskSource source(TaskSource correct, Scheduler scheduler) {
    return correct;
  }

  default Flow.Publisher<TaskEvent> publisher(Flow.Publisher<TaskEvent> correct) {
    return correct;
  }
}
