import io.github.videotasks.ext.payload.Detail

fun told(detail: Detail): String =
  when (detail) { // refused: 'when' expression must be exhaustive. Add the 'is Unknown' branch or an 'else' branch.
    is Detail.Waiting -> "waiting"
    is Detail.Finished -> "finished"
    is Detail.Veo -> "veo"
  }
