import groovy.transform.CompileStatic
import io.github.videotasks.ext.payload.Detail

@CompileStatic
class LeavesAFormOut {
  static String told(Detail detail) {
    detail.match({ 'waiting' }, { 'finished' }, { 'veo' }, { 'unknown' })
  }
}
