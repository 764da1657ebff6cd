import groovy.transform.CompileStatic
import io.github.videotasks.ext.payload.Detail
import io.github.videotasks.ext.payload.PendingInfo

@CompileStatic
class ReadsOtherSubtype {
  static PendingInfo pending(Detail.Finished detail) {
    detail.pendingInfo() // expected error: [Static type checking] - Cannot find matching method io.github.videotasks.ext.payload.Detail$Finished#pendingInfo(). Please check if the declared type is correct and if the method exists.
  }
}
