import groovy.transform.CompileStatic
import io.github.videotasks.ext.payload.Detail

@CompileStatic
class OmitsSubtype {
  static String describe(Detail detail) {
    detail.match({ 'waiting' }, { 'finished' }, { 'veo' }) // expected error: [Static type checking] - Cannot find matching method io.github.videotasks.ext.payload.Detail#match(groovy.lang.Closure, groovy.lang.Closure, groovy.lang.Closure). Please check if the declared type is correct and if the method exists.
  }
}
