package io.github.videotasks.contract.replay;

import java.util.List;
import java.util.Objects;

/**
 * One party to a contract: a gateway host, a model family and a wire format, as {@code index.json}
 * lists it.
 *
 * @param id for example {@code chainhub-grok}
 * @param page the vendor's page, relative to {@code spec/}
 * @param host the host that the page names, for example {@code https://api.chainhub.tech}
 * @param family the model family, for example {@code sora}
 * @param format {@code unified} or {@code openai}
 * @param operations what the page describes
 */
public record ContractProvider(
    String id, String page, String host, String family, String format, List<Operation> operations) {

  /**
   * A page without an entry in providers.yaml says neither family nor format: it is its own kin.
   */
  public ContractProvider {
    host = Objects.requireNonNullElse(host, "");
    family = Objects.requireNonNullElse(family, id);
    format = Objects.requireNonNullElse(format, "unified");
    // Without an id to ask with there is no task to query, as on the page of a create.
    operations = operations.stream().filter(it -> it.requestId() != null).toList();
  }

  /**
   * One path and method of a page.
   *
   * @param operationId its name in the canonical spec
   * @param method the HTTP method
   * @param path the path template, with {@code {id}} where the task's id stands, if it stands there
   * @param requestId the id that the page asks with; the examples may hold others
   * @param examples the answers that the page shows, in the page's order; may be empty
   */
  public record Operation(
      String operationId, String method, String path, String requestId, List<Example> examples) {

    /** An example without a status word is no state of a task. */
    public Operation {
      examples = examples.stream().filter(it -> it.status() != null).toList();
    }

    /** Whether the id is part of the path; otherwise it is the query parameter {@code id}. */
    public boolean idInPath() {
      return path.contains("{id}");
    }

    /** The path of a request for a task, unescaped. */
    public String pathFor(String taskId) {
      return path.replace("{id}", taskId);
    }
  }

  /**
   * One answer that a page shows.
   *
   * @param n its number on the page, from 1
   * @param file its JSON, relative to {@code spec/canonical/examples}
   * @param line the line of the page where it begins
   * @param name its key in the page's {@code examples}
   * @param status the vendor's status word in it
   */
  public record Example(int n, String file, int line, String name, String status) {}

  /** The page's file name, as reports print it. */
  public String pageName() {
    return page.substring(page.lastIndexOf('/') + 1);
  }
}
