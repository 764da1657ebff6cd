import io.github.videotasks.ext.payload.Detail

def told(detail: Detail): String =
  detail match // refused: match may not be exhaustive.
    case _: Detail.Waiting => "waiting"
    case _: Detail.Finished => "finished"
    case _: Detail.Veo => "veo"
