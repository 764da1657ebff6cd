package io.github.videotasks.ext.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.error.ErrorKind;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kind of a connection error decides whether the request is sent again. */
class ConnectionFaultTest {

  private static SSLException handshakeError(Throwable cause) {
    SSLException error = new SSLHandshakeException("handshake");
    error.initCause(cause);
    return error;
  }

  static Stream<IOException> untrusted() {
    return Stream.of(
        new SSLPeerUnverifiedException("Hostname localhost not verified"),
        handshakeError(new CertificateException()),
        handshakeError(new CertificateExpiredException()),
        handshakeError(new CertPathValidatorException()),
        handshakeError(new RuntimeException(new CertPathBuilderException())));
  }

  @ParameterizedTest
  @MethodSource("untrusted")
  void doesNotRetryUntrustedCertificate(IOException error) {
    ConnectionFault fault = ConnectionFault.of(error);

    assertThat(fault.kind()).isEqualTo(ErrorKind.UNTRUSTED_CERTIFICATE);
    assertThat(fault.kind().isRetryable()).isFalse();
    assertThat(fault.cause()).isSameAs(error);
  }

  /** OkHttp tries the IP addresses of a host in turn and adds the later errors as suppressed. */
  @Test
  void findsUntrustedCertificateOfLaterIpAddress() {
    IOException error = new ConnectException("refused");
    IOException later = handshakeError(new CertificateException());
    error.addSuppressed(new ConnectException("refused"));
    error.addSuppressed(later);

    assertThat(ConnectionFault.of(error).kind()).isEqualTo(ErrorKind.UNTRUSTED_CERTIFICATE);
    assertThat(ConnectionFault.of(error).cause()).isSameAs(later);
  }

  static Stream<IOException> transientErrors() {
    return Stream.of(
        new ConnectException("refused"),
        new EOFException(),
        new SSLException("closed in handshake"),
        new SSLHandshakeException("Received fatal alert: handshake_failure"),
        handshakeError(new EOFException()),
        new IOException(new CertificateException()));
  }

  @ParameterizedTest
  @MethodSource("transientErrors")
  void retriesOtherErrors(IOException error) {
    assertThat(ConnectionFault.of(error).kind()).isEqualTo(ErrorKind.CONNECTION);
  }

  @Test
  void recognizesUnknownHost() {
    ConnectionFault fault = ConnectionFault.of(new UnknownHostException("gateway.example"));

    assertThat(fault.kind()).isEqualTo(ErrorKind.UNKNOWN_HOST);
    assertThat(fault.kind().isRetryable()).isTrue();
  }

  @Test
  void endsAtCyclicCause() {
    Exception first = new Exception();
    Exception second = new Exception(first);
    first.initCause(second);

    assertThat(ConnectionFault.of(handshakeError(first)).kind()).isEqualTo(ErrorKind.CONNECTION);
  }
}
