package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.fetch.PageValidators;
import io.github.videotasks.spec.fetch.UnresponsiveHostException;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.PageSourceUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Fetches many pages, those of several hosts side by side. A page that fails stops no other one. A
 * URL that several providers have is fetched once.
 */
final class PageFetches {
  private static final int MAX_THREADS = 16;

  /** After so many requests in a row without a response, a host gets no further one. */
  private static final int MAX_UNRESPONSIVE = 3;

  private final PageClient client;
  private final HostLimit limit;
  private final HostLimit.Starts starts;
  private final Map<FetchKey, FetchOutcome> outcomes = new ConcurrentHashMap<>();

  PageFetches(PageClient client, HostLimit limit) {
    this.client = client;
    this.limit = limit;
    this.starts = limit.new Starts();
  }

  /** One request: the URL, and the extension that decides how a bare document is kept. */
  private record FetchKey(String url, String extension) {
    static FetchKey of(PageSourceUrl source) {
      return new FetchKey(source.url(), source.page().replaceFirst("^.*(?=\\.)", ""));
    }

    String host() {
      URI uri = URI.create(url);
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    }
  }

  /** The requests to one host. */
  private static final class HostQueue {
    private final Queue<FetchKey> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unresponsive = new AtomicInteger();
  }

  /**
   * Fetches the pages.
   *
   * @param sources the pages
   * @param known the validators of each page; a URL that two pages share is fetched with those of
   *     both or with none
   * @return the outcome for each page, in the order of the pages
   * @throws InterruptedException when the thread is interrupted
   */
  Map<PageSourceUrl, FetchOutcome> fetch(
      List<PageSourceUrl> sources, Function<PageSourceUrl, PageValidators> known)
      throws InterruptedException {
    Map<FetchKey, PageValidators> validators = new LinkedHashMap<>();
    for (PageSourceUrl source : sources) {
      validators.merge(
          FetchKey.of(source),
          known.apply(source),
          (one, other) -> one.equals(other) ? one : PageValidators.NONE);
    }
    Map<String, HostQueue> hosts = new LinkedHashMap<>();
    validators
        .keySet()
        .forEach(key -> hosts.computeIfAbsent(key.host(), h -> new HostQueue()).waiting.add(key));
    runWorkers(hosts, validators);
    Map<PageSourceUrl, FetchOutcome> result = new LinkedHashMap<>();
    sources.forEach(source -> result.put(source, outcomes.get(FetchKey.of(source))));
    return result;
  }

  private void runWorkers(Map<String, HostQueue> hosts, Map<FetchKey, PageValidators> validators)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(MAX_THREADS);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (Map.Entry<String, HostQueue> host : hosts.entrySet()) {
        int count = Math.min(limit.inFlight(), host.getValue().waiting.size());
        for (int i = 0; i < count; i++) {
          workers.add(
              pool.submit(
                  () -> {
                    work(host.getKey(), host.getValue(), validators);
                    return null;
                  }));
        }
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private void work(String host, HostQueue queue, Map<FetchKey, PageValidators> validators)
      throws InterruptedException {
    FetchKey key = queue.waiting.poll();
    while (key != null) {
      if (queue.unresponsive.get() >= MAX_UNRESPONSIVE) {
        outcomes.put(key, FetchOutcome.failed(hostIsDown(host)));
      } else {
        starts.await(host);
        outcomes.put(key, fetch(key, validators.getOrDefault(key, PageValidators.NONE), queue));
      }
      key = queue.waiting.poll();
    }
  }

  private FetchOutcome fetch(FetchKey key, PageValidators known, HostQueue queue) {
    try {
      FetchOutcome outcome =
          FetchOutcome.fetched(client.read(key.url(), "page" + key.extension(), known));
      queue.unresponsive.set(0);
      return outcome;
    } catch (UnresponsiveHostException e) {
      queue.unresponsive.incrementAndGet();
      return FetchOutcome.failed(e.finding());
    } catch (RejectedInputException e) {
      queue.unresponsive.set(0);
      return FetchOutcome.failed(e.finding());
    } catch (RuntimeException | StackOverflowError e) {
      return FetchOutcome.failed(
          failure(
              key.host(),
              "expected a page, found an error in the tool itself: " + e.getClass().getSimpleName(),
              "Please report it with the page"));
    }
  }

  private static Finding hostIsDown(String host) {
    return failure(
        host,
        "expected a response, found none to the last " + MAX_UNRESPONSIVE + " requests",
        "Not fetched; the next run tries again");
  }

  private static Finding failure(String host, String message, String action) {
    return new Finding("not-fetched", Severity.ERROR, new SourceLocation(host, 0), message, action);
  }
}
