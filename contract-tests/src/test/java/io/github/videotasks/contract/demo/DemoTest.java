package io.github.videotasks.contract.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Catalogue;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoTest {

  private static final Checkout CHECKOUT = Checkout.find();
  private static final StringWriter SHOWN = new StringWriter();

  @BeforeAll
  static void run() {
    Demo.run(CHECKOUT, new PrintWriter(SHOWN, true));
  }

  @Test
  void followsATaskOfEveryProviderToItsEnd() {
    int providers = Catalogue.read(CHECKOUT).providers().size();

    assertThat(lines()).filteredOn(line -> line.startsWith("  poll 4")).hasSize(providers);
    assertThat(lines())
        .filteredOn(line -> line.startsWith("  poll 4"))
        .allMatch(line -> line.contains("SUCCEEDED"));
    assertThat(lines())
        .filteredOn(line -> line.startsWith("  poll 1"))
        .allMatch(line -> line.contains("QUEUED"));
  }

  @Test
  void saysWhatIsBorrowed() {
    assertThat(lines())
        .filteredOn(line -> line.contains("borrowed"))
        .containsExactly(
            "  waiting as in   borrowed from jxincm-sora.md example 1 (same model family)",
            "  finished as in  borrowed from jxincm-sora.md example 2 (same model family)",
            "  finished as in  borrowed from chainhub-grok.md example 2 (same host)");
  }

  @Test
  void showsNoSignature() {
    assertThat(SHOWN.toString()).contains("?…").doesNotContain("sig=");
  }

  @Test
  void saysThatATaskCannotBeFollowedWhenNoPageOfItsPathShowsAFinishedOne() {
    Situations situations = Situations.read(CHECKOUT);
    Provider veo = situations.catalogue().provider("chainhub-veo");
    List<Situation> waitingAlone =
        situations.of(veo).stream().filter(row -> row.state().equals("waiting")).toList();
    StringWriter shown = new StringWriter();

    new FollowedTask(veo, veo.operations().get(0), waitingAlone)
        .follow(new PrintWriter(shown, true));

    assertThat(shown.toString().lines())
        .endsWith(
            "  waiting as in   chainhub-veo.md example 1",
            "  not followed: no page of this path shows a finished task");
  }

  @Test
  void fitsOnAHundredColumns() {
    assertThat(lines()).allMatch(line -> line.length() <= 100);
  }

  private static List<String> lines() {
    return SHOWN.toString().lines().toList();
  }
}
