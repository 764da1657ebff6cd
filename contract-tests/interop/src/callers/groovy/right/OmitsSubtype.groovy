import groovy.transform.CompileStatic
import io.github.videotasks.ext.payload.Detail

@CompileStatic
class OmitsSubtype {
  static String describe(Detail detail) {
    detail.match({ 'waiting' }, { 'finished' }, { 'veo' }, { 'unknown' })
  }
}
