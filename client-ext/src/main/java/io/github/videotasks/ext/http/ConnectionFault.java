package io.github.videotasks.ext.http;

import io.github.videotasks.ext.error.ErrorKind;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Why no response was received.
 *
 * @param kind the kind of error
 * @param cause the exception that shows it: the error itself, or that of another IP address of the
 *     host, which OkHttp adds as suppressed
 * @param advice what to do, for the end of a message
 */
record ConnectionFault(ErrorKind kind, Throwable cause, String advice) {

  /** Longer chains of causes do not occur; a cyclic one would not end. */
  private static final int MAX_DEPTH = 8;

  static ConnectionFault of(IOException error) {
    Throwable untrusted = findUntrustedCertificate(error, MAX_DEPTH);
    if (untrusted != null) {
      return new ConnectionFault(
          ErrorKind.UNTRUSTED_CERTIFICATE,
          untrusted,
          "check the base URL; if the certificate is right, pass an OkHttpClient that trusts its"
              + " issuer to httpClient(…)");
    }
    if (error instanceof UnknownHostException) {
      return new ConnectionFault(
          ErrorKind.UNKNOWN_HOST,
          error,
          "check the spelling of the host in the base URL, then the network and its DNS");
    }
    return new ConnectionFault(
        error instanceof BoundedSocketFactory.ReadLimitExceededException
            ? ErrorKind.TOO_LARGE
            : ErrorKind.CONNECTION,
        error,
        "check the base URL and the network");
  }

  private static @Nullable Throwable findUntrustedCertificate(Throwable error, int depth) {
    if (error instanceof SSLPeerUnverifiedException
        || (error instanceof SSLException && isCausedByCertificate(error))) {
      return error;
    }
    for (Throwable other : error.getSuppressed()) {
      Throwable found = depth == 0 ? null : findUntrustedCertificate(other, depth - 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isCausedByCertificate(Throwable error) {
    Throwable cause = error.getCause();
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof CertificateException
          || cause instanceof CertPathValidatorException
          || cause instanceof CertPathBuilderException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
