package io.github.videotasks.spec.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampFormatTest {
  @ParameterizedTest
  @CsvSource({
    "created_at, 1761622232, EPOCH_SECONDS",
    "status_update_time, 1759763621142, EPOCH_MILLIS",
    "created_at, 1759763631.222531, FRACTIONAL_EPOCH_SECONDS",
    "created_at, '\"2025-10-06T15:10:26.875729Z\"', ISO_8601_WITH_ZONE",
    "finished, '\"2025-10-06T15:10:26+08:00\"', ISO_8601_WITH_ZONE",
    "finished, '\"2025-10-06 15:10:26\"', LOCAL_DATE_TIME",
    "createdAt, 1761622232, EPOCH_SECONDS",
    "created_at, 0, ",
    "width, 1761622232, ",
    "created_at, '\"\"', ",
    "estimated_queue_wait_time, 35, ",
    "seed, 1759763621142, ",
  })
  void detectsTimestampFormat(String field, String json, TimestampFormat expected) {
    var value = new YamlReader(YamlLimits.DEFAULT).read(json, "f", 1).get(0).root();
    assertThat(TimestampFormat.detect(field, value)).isEqualTo(expected);
  }
}
