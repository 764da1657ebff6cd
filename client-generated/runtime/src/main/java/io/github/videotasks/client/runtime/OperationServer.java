package io.github.videotasks.client.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The server of an operation that is somewhere else than the other operations of its contract. See
 * {@link OperationServers} for when it is used.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OperationServer {
  /** {@return the URL of the server as the contract has it} */
  String value();

  /** {@return whether the contract requires an API key for the operation} */
  boolean secured();
}
