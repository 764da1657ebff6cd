import groovy.transform.CompileStatic
import io.github.videotasks.ext.payload.Detail
import io.github.videotasks.ext.payload.PendingInfo

@CompileStatic
class ReadsOtherSubtype {
  static PendingInfo pending(Detail.Waiting detail) {
    detail.pendingInfo()
  }
}
