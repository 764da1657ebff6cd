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

/** Short digest of the inputs of an evaluation: the contract and the cases. */
final class InputDigest {
  private static final int DIGITS = 8;

  private InputDigest() {}

  /** Returns the first 8 hexadecimal digits of the SHA-256 of the contract and all cases. */
  static String compute(Path contract, List<DecodeCase> cases) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available, but every JDK must provide it", e);
    }
    digest.update(Files.readAllBytes(contract));
    for (DecodeCase each : cases) {
      digest.update(each.json().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }
}
