package io.github.videotasks.contract.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.util.List;

/**
 * Requests of a Pact verifier that set a provider state: {@code {"state": "a task is waiting",
 * "params": {"id": …, "state": "waiting"}}}. The response contains the id to request.
 *
 * <p>The name selects the state. The short name in the parameters selects one of several examples
 * of the state, and the id one of several operations. A verifier may send a name alone, and another
 * id than the page's.
 */
final class StateChangeStubs {

  private static final int KNOWN_ID = 1;
  private static final int ANY_ID = 2;
  private static final int NAME_ALONE = 3;

  private StateChangeStubs() {}

  /** Returns the requests that set the state of a case. */
  static List<MappingBuilder> forCase(ContractCase row) {
    StringValuePattern shortName = matchingJsonPath("$.params.state", equalTo(row.state()));
    StringValuePattern id = matchingJsonPath("$.params.id", equalTo(row.taskId()));
    StringValuePattern noShortName = matchingJsonPath("$.params.state", absent());
    MappingBuilder knownId = request(row, KNOWN_ID).withRequestBody(shortName).withRequestBody(id);
    MappingBuilder anyId = request(row, ANY_ID).withRequestBody(shortName);
    MappingBuilder nameAlone = request(row, NAME_ALONE).withRequestBody(noShortName);
    boolean firstExample =
        row.state().equals(ProviderStateNames.shortNameOf(row.stateDescription()));
    return firstExample ? List.of(knownId, anyId, nameAlone) : List.of(knownId, anyId);
  }

  private static MappingBuilder request(ContractCase row, int priority) {
    String id = JsonNodeFactory.instance.objectNode().put("id", row.taskId()).toString();
    return post(urlPathEqualTo(ReplayServer.STATE_PATH))
        .atPriority(priority)
        .withRequestBody(matchingJsonPath("$.state", equalTo(row.stateDescription())))
        .willReturn(WireMock.okJson(id));
  }
}
