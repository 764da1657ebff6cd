import io.github.videotasks.ext.payload.{Detail, PendingInfo}

def pending(detail: Detail): Option[PendingInfo] =
  detail match
    case waiting: Detail.Waiting =>
      Some(waiting.pendingInfo)
    case _ => None
