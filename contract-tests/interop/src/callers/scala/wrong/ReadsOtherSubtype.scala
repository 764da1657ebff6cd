import io.github.videotasks.ext.payload.{Detail, PendingInfo}

def pending(detail: Detail): Option[PendingInfo] =
  detail match
    case finished: Detail.Finished =>
      Some(finished.pendingInfo) // expected error: value pendingInfo is not a member of io.github.videotasks.ext.payload.Detail.Finished
    case _ => None
