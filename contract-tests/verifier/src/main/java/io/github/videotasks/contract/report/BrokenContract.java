package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.ContractProblem;
import io.github.videotasks.contract.provider.ContractProblem.Kind;
import java.util.List;

/**
 * What one check found broken in one provider state, for all clients with the same problems. The
 * component names are the property names in {@code index.json}.
 *
 * @param provider the provider's id
 * @param operation the operationId; empty when not known
 * @param state short name of the provider state
 * @param check name of the check
 * @param outcome its result in a few words
 * @param clients the clients, without the common prefix of their names
 * @param example the vendor's example behind the state; empty when not known
 * @param problems one for each field that differs; empty for a check that reports only texts
 * @param details the problems as texts
 */
public record BrokenContract(
    String provider,
    String operation,
    String state,
    String check,
    String outcome,
    List<String> clients,
    String example,
    List<ContractProblem> problems,
    List<String> details) {

  /**
   * Copies the lists.
   *
   * @param provider the provider's id
   * @param operation the operationId
   * @param state short name of the provider state
   * @param check name of the check
   * @param outcome its result in a few words
   * @param clients the clients, without the common prefix of their names
   * @param example the vendor's example behind the state
   * @param problems one for each field that differs
   * @param details the problems as texts
   */
  public BrokenContract {
    clients = List.copyOf(clients);
    problems = List.copyOf(problems);
    details = List.copyOf(details);
  }

  /** {@return the clients as text} */
  public String clientNames() {
    return String.join(", ", clients);
  }

  /** {@return whether the problems are known by field} */
  public boolean byField() {
    return problems.stream().anyMatch(it -> !it.field().isEmpty());
  }

  /** {@return what a reader can do} */
  public String advice() {
    if (outcome.equals("unreachable")) {
      return "Check the URL, the network and the host; nothing is known about the contract.";
    }
    if (problems.stream().anyMatch(it -> it.kind() == Kind.HTTP || it.kind() == Kind.NOT_JSON)) {
      return "Look at the response itself: an error page, another path, or a key without"
          + " permission is more likely than a changed contract.";
    }
    if (problems.stream().anyMatch(it -> it.kind() == Kind.MISSING || it.kind() == Kind.VALUE)) {
      return "Compare with the vendor's page. If the page has changed too, import it with spec-tool"
          + " and generate the client again; otherwise report it to the gateway.";
    }
    return "See the details.";
  }
}
