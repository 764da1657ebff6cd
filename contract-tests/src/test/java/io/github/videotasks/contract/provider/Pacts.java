package io.github.videotasks.contract.provider;

import io.github.videotasks.contract.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The committed pact files. */
public final class Pacts {

  private Pacts() {}

  /** All of them, by name. */
  public static List<Path> all(Checkout checkout) {
    try (Stream<Path> files = Files.list(checkout.pacts())) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that a provider has to keep, one for each client. */
  public static List<Path> of(Checkout checkout, String provider) {
    return all(checkout).stream()
        .filter(file -> file.toString().endsWith("-" + provider + ".json"))
        .toList();
  }
}
