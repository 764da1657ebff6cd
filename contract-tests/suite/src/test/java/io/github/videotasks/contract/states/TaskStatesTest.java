package io.github.videotasks.contract.states;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.VerificationReports;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Verifies every pact with Pact's extension for JUnit 5 and {@link TaskStates}, as a team would
 * verify its own gateway. Instead of a gateway it uses the replay server that selects a response by
 * the id in the request: a request with the id of the pact instead of the handler's fails.
 */
class TaskStatesTest {

  private static final ContractCases CASES = ContractCases.read(RepositoryLayout.find());
  private static final Map<String, ReplayServer> GATEWAYS = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    GATEWAYS.values().forEach(ReplayServer::close);
  }

  private static int portOf(String provider) {
    return GATEWAYS
        .computeIfAbsent(
            provider, id -> ReplayServer.start(CASES.forProvider(CASES.catalogue().provider(id))))
        .baseUrl()
        .getPort();
  }

  @VerificationReports({})
  abstract static class OwnGateway {

    @BeforeEach
    void selectGateway(PactVerificationContext context) {
      String provider = getClass().getAnnotation(Provider.class).value();
      // Pact's default client repeats a request one second after a 429.
      context.setTarget(
          new HttpTestTarget(
              "127.0.0.1",
              portOf(provider),
              "/",
              () -> info -> HttpClients.custom().disableAutomaticRetries().build()));
      context.addStateChangeHandlers(new TaskStates());
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsPact(PactVerificationContext context) {
      context.verifyInteraction();
    }
  }

  @Nested
  @Provider("chainhub-grok")
  @PactFolder("../pacts")
  class ChainhubGrok extends OwnGateway {}

  @Nested
  @Provider("chainhub-openai")
  @PactFolder("../pacts")
  class ChainhubOpenai extends OwnGateway {}

  @Nested
  @Provider("chainhub-sora")
  @PactFolder("../pacts")
  class ChainhubSora extends OwnGateway {}

  @Nested
  @Provider("chainhub-veo")
  @PactFolder("../pacts")
  class ChainhubVeo extends OwnGateway {}

  @Nested
  @Provider("jxincm-sora")
  @PactFolder("../pacts")
  class JxincmSora extends OwnGateway {}
}
