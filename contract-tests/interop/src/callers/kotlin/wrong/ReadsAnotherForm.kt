import io.github.videotasks.ext.payload.Detail
import io.github.videotasks.ext.payload.PendingInfo

fun pending(detail: Detail.Finished): PendingInfo =
  detail.pendingInfo() // refused: Unresolved reference 'pendingInfo' on receiver of type 'Detail.Finished'.
