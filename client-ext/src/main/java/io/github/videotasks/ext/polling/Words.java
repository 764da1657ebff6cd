package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.TaskState;
import org.jspecify.annotations.Nullable;

/** Status words as they are kept and shown: short, and masked as any text of a gateway. */
final class Words {

  private static final int LENGTH = 40;

  private Words() {}

  static @Nullable String statusExcerpt(TaskState state) {
    return state.status() == null ? null : MaskedExcerpt.of(state.status(), LENGTH);
  }
}
