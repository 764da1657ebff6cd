package io.github.videotasks.spec.diff;

/**
 * A location in a contract during the comparison.
 *
 * @param text the location as changes show it, such as {@code VideoTask.images[]}
 * @param direction whether its values are sent or received by the client
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
