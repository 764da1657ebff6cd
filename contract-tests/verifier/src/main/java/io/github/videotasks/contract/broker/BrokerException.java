package io.github.videotasks.contract.broker;

/** The broker does not answer, or not as a broker would. The message holds no token. */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerException(String message) {
    super(message);
  }
}
