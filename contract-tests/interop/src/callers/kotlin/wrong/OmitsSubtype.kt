import io.github.videotasks.ext.payload.Detail

fun describe(detail: Detail): String =
  when (detail) { // expected error: 'when' expression must be exhaustive. Add the 'is Unknown' branch or an 'else' branch.
    is Detail.Waiting -> "waiting"
    is Detail.Finished -> "finished"
    is Detail.Veo -> "veo"
  }
