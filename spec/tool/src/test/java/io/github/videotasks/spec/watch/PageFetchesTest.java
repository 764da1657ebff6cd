package io.github.videotasks.spec.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.fetch.PageValidators;
import io.github.videotasks.spec.fetch.PublishedPage;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.PageSourceUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageFetchesTest {
  private final AtomicLong now = new AtomicLong();

  @Test
  void pausesBetweenStartsOfOneHost() throws Exception {
    List<Long> starts = new ArrayList<>();
    PageClient client =
        (url, name, known) -> {
          starts.add(now.get() / 1_000_000_000);
          return page(known);
        };
    HostLimit limit = new HostLimit(1, Duration.ofSeconds(3), now::get, now::addAndGet);
    fetch(client, limit, sources("https://a.example", 4));
    assertThat(starts).containsExactly(0L, 3L, 6L, 9L);
  }

  /** Both requests of a host are in flight at once, and never a third one. */
  @Test
  void limitsRequestsInFlightForEachHost() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier both = new CyclicBarrier(2);
    PageClient client =
        (url, name, known) -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          await(both);
          inFlight.decrementAndGet();
          return page(known);
        };
    fetch(client, unpaused(), sources("https://a.example", 20));
    assertThat(most).hasValue(2);
  }

  @Test
  void slowHostDelaysNoOther() throws Exception {
    CountDownLatch others = new CountDownLatch(5);
    PageClient client =
        (url, name, known) -> {
          if (url.startsWith("https://slow.example")) {
            await(others);
          } else {
            others.countDown();
          }
          return page(known);
        };
    List<PageSourceUrl> sources = new ArrayList<>(sources("https://slow.example", 40));
    sources.addAll(sources("https://b.example", 5));
    assertThat(fetch(client, unpaused(), sources)).hasSize(45);
  }

  @Test
  void sendsNoRequestToHostThatDoesNotRespond() throws Exception {
    try (VendorHost down = VendorHost.start()) {
      for (int i = 0; i < 9; i++) {
        down.publish("/" + i, VendorHost.DOWN);
      }
      HostLimit limit = new HostLimit(1, Duration.ZERO, now::get, now::addAndGet);
      Map<PageSourceUrl, FetchOutcome> outcomes =
          fetch(WatchFixture.client(), limit, sources(down.url(""), 9));
      assertThat(down.takeLog()).containsExactly("--- /0", "--- /1", "--- /2");
      String last = String.valueOf(List.copyOf(outcomes.values()).get(8).problem());
      assertThat(last)
          .endsWith(
              ": [not-fetched] expected a response, found none to the last 3 requests. Not fetched;"
                  + " the next run tries again.");
    }
  }

  @Test
  void fetchesSharedUrlWithValidatorsOfBothOrNone() throws Exception {
    List<PageSourceUrl> sources =
        List.of(source("a", "https://a.example/1"), source("b", "https://a.example/1"));
    List<String> sent = new ArrayList<>();
    PageClient client =
        (url, name, known) -> {
          sent.add(known.etag());
          return page(known);
        };
    new PageFetches(client, unpaused())
        .fetch(sources, source -> new PageValidators("", source.provider(), ""));
    new PageFetches(client, unpaused()).fetch(sources, source -> new PageValidators("", "x", ""));
    assertThat(sent).containsExactly("", "x");
  }

  private HostLimit unpaused() {
    return new HostLimit(2, Duration.ZERO, now::get, now::addAndGet);
  }

  private Map<PageSourceUrl, FetchOutcome> fetch(
      PageClient client, HostLimit limit, List<PageSourceUrl> sources) throws Exception {
    return new PageFetches(client, limit).fetch(sources, source -> PageValidators.NONE);
  }

  private static List<PageSourceUrl> sources(String host, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> source(host.replaceAll("\\W", "") + i, host + "/" + i))
        .toList();
  }

  private static PageSourceUrl source(String id, String url) {
    return new PageSourceUrl(id, id + ".md", url, new SourceLocation("providers.yaml", 1));
  }

  private static PublishedPage page(PageValidators validators) {
    return new PublishedPage(null, validators, null);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other host was not fetched");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
