package io.github.videotasks.contract.recording;

import java.util.regex.Pattern;

/** The names in a recording that neither come from a host nor are masked. */
final class RecordedNames {

  private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
  private static final Pattern OPERATION = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  /** As in a script of the replay server. The state of a foreign pact is a sentence. */
  private static final Pattern STATE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private RecordedNames() {}

  static boolean isProvider(String text) {
    return PROVIDER.matcher(text).matches();
  }

  static boolean isOperation(String text) {
    return OPERATION.matcher(text).matches();
  }

  static boolean isState(String text) {
    return STATE.matcher(text).matches();
  }
}
