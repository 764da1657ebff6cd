package io.github.videotasks.spec.diff;

/**
 * A place in a contract while it is walked.
 *
 * @param text as changes name it, such as {@code VideoTask.images[]}
 * @param direction which way its values travel
 */
record ContractLocation(String text, Direction direction) {
  ContractLocation child(String step) {
    return new ContractLocation(text.isEmpty() ? step : text + " " + step, direction);
  }

  ContractLocation property(String name) {
    return new ContractLocation(text + "." + name, direction);
  }

  ContractLocation items() {
    return new ContractLocation(text + "[]", direction);
  }

  ContractLocation mapValues() {
    return new ContractLocation(text + ".*", direction);
  }

  ContractLocation withText(String component) {
    return new ContractLocation(component, direction);
  }
}
