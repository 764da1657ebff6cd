import io.github.videotasks.ext.payload.Detail
import io.github.videotasks.ext.payload.PendingInfo

fun pending(detail: Detail.Finished): PendingInfo =
  detail.pendingInfo() // expected error: Unresolved reference 'pendingInfo' on receiver of type 'Detail.Finished'.
