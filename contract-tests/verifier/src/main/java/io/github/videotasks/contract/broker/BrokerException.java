package io.github.videotasks.contract.broker;

/** The broker is unreachable or rejected a request. The message does not contain the token. */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerException(String message) {
    super(message);
  }
}
