package io.github.videotasks.spec.diff;

/**
 * A place in a contract while it is walked.
 *
 * @param place as changes name it, such as {@code VideoTask.images[]}
 * @param direction which way its values travel
 */
record Spot(String place, Direction direction) {
  Spot below(String step) {
    return new Spot(place.isEmpty() ? step : place + " " + step, direction);
  }

  Spot property(String name) {
    return new Spot(place + "." + name, direction);
  }

  Spot items() {
    return new Spot(place + "[]", direction);
  }

  Spot values() {
    return new Spot(place + ".*", direction);
  }

  Spot named(String component) {
    return new Spot(component, direction);
  }
}
