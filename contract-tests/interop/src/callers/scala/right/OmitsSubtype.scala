import io.github.videotasks.ext.payload.Detail

def describe(detail: Detail): String =
  detail match
    case _: Detail.Waiting => "waiting"
    case _: Detail.Finished => "finished"
    case _: Detail.Veo => "veo"
    case _: Detail.Unknown => "unknown"
