package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What clients are made from and given, as one short word. */
final class InputDigest {
  private static final int DIGITS = 8;

  private InputDigest() {}

  /** The first digits of a SHA-256 of the contract and of all cases. */
  static String compute(Path contract, List<DecodeCase> cases) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    digest.update(Files.readAllBytes(contract));
    for (DecodeCase each : cases) {
      digest.update(each.json().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }
}
