import io.github.videotasks.ext.payload.Detail

def describe(detail: Detail): String =
  detail match // expected error: match may not be exhaustive.
    case _: Detail.Waiting => "waiting"
    case _: Detail.Finished => "finished"
    case _: Detail.Veo => "veo"
