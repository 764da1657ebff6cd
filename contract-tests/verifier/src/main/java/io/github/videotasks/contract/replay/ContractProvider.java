package io.github.videotasks.contract.replay;

import java.util.List;
import java.util.Objects;

/**
 * One party to a contract: a gateway host, a model family and a wire format, as {@code index.json}
 * lists it.
 *
 * @param id for example {@code chainhub-grok}
 * @param page the vendor's page, relative to {@code spec/}
 * @param host the host in the page, for example {@code https://api.chainhub.tech}
 * @param family the model family, for example {@code sora}
 * @param format {@code unified} or {@code openai}
 * @param operations the operations that read a task on the page
 */
public record ContractProvider(
    String id, String page, String host, String family, String format, List<Operation> operations) {

  /**
   * Sets defaults for a page without an entry in providers.yaml: its family is its id, its format
   * {@code unified}.
   *
   * @param host empty for null
   * @param family the id for null
   * @param format {@code unified} for null
   * @param operations without those that read no task
   * @param id for example {@code chainhub-grok}
   * @param page the vendor's page, relative to {@code spec/}
   */
  public ContractProvider {
    host = Objects.requireNonNullElse(host, "");
    family = Objects.requireNonNullElse(family, id);
    format = Objects.requireNonNullElse(format, "unified");
    // An operation without a request id does not read a task, for example a create operation.
    operations = operations.stream().filter(it -> it.requestId() != null).toList();
  }

  /**
   * One path and method of a page.
   *
   * @param operationId its name in the canonical spec
   * @param method the HTTP method
   * @param path the path template, with {@code {id}} for the task id, unless the id is a query
   *     parameter
   * @param requestId the task id in the page's request; the examples may contain other ids
   * @param examples the responses that the page shows, in the order of the page; may be empty
   */
  public record Operation(
      String operationId, String method, String path, String requestId, List<Example> examples) {

    /**
     * Removes examples without a status value, because they do not show the state of a task.
     *
     * @param operationId its name in the canonical spec
     * @param method the HTTP method
     * @param path the path template, with {@code {id}} for the task id, unless the id is a query
     *     parameter
     * @param requestId the task id in the page's request
     * @param examples the responses that the page shows, in the order of the page
     */
    public Operation {
      examples = examples.stream().filter(it -> it.status() != null).toList();
    }

    /**
     * {@return whether the id is part of the path; otherwise it is the query parameter {@code id}}
     */
    public boolean idInPath() {
      return path.contains("{id}");
    }

    /**
     * {@return the path of a request for a task, without percent-encoding}
     *
     * @param taskId the id, without percent-encoding
     */
    public String pathFor(String taskId) {
      return path.replace("{id}", taskId);
    }
  }

  /**
   * One response that a page shows.
   *
   * @param n its number on the page, from 1
   * @param file its JSON, relative to {@code spec/canonical/examples}
   * @param line the line of the page where the example begins
   * @param name its key in the page's {@code examples}
   * @param status the vendor's status value in the example
   */
  public record Example(int n, String file, int line, String name, String status) {}

  /**
   * {@return the reference to an example of this provider's page}
   *
   * @param example an example of an operation of this provider
   */
  public ExampleRef exampleRef(Example example) {
    return new ExampleRef(pageName(), example.n());
  }

  /** {@return the file name of the page, for reports} */
  public String pageName() {
    return page.substring(page.lastIndexOf('/') + 1);
  }
}
