import io.github.videotasks.ext.payload.Detail
import io.github.videotasks.ext.payload.PendingInfo

fun pending(detail: Detail.Waiting): PendingInfo =
  detail.pendingInfo()
