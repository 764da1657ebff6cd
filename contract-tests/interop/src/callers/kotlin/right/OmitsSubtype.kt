import io.github.videotasks.ext.payload.Detail

fun describe(detail: Detail): String =
  when (detail) {
    is Detail.Waiting -> "waiting"
    is Detail.Finished -> "finished"
    is Detail.Veo -> "veo"
    is Detail.Unknown -> "unknown"
  }
