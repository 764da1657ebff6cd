/** The library that applications import: reads video tasks, waits for them, downloads files. */
module io.github.videotasks.ext {
  requires transitive io.github.videotasks.client;

  exports io.github.videotasks.ext;
  exports io.github.videotasks.ext.download;
  exports io.github.videotasks.ext.error;
  exports io.github.videotasks.ext.events;
  exports io.github.videotasks.ext.payload;
  exports io.github.videotasks.ext.polling;
  exports io.github.videotasks.ext.schedule;
  exports io.github.videotasks.ext.telemetry;
  exports io.github.videotasks.ext.time;
}
