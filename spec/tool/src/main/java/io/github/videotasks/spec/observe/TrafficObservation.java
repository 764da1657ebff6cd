package io.github.videotasks.spec.observe;

import io.github.videotasks.spec.attention.AttentionTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares recorded traffic with the contract: reads the files, one record at a time, and collects
 * drift and the examples that show it.
 */
public final class TrafficObservation {
  private static final int MAX_UNKNOWN = 20;

  private final ObservedContract contract;
  private final TrafficPlaces places;
  private final ObservedHosts hosts;
  private final @Nullable String provider;
  private final ReadingNotes notes = new ReadingNotes();
  private final DriftCollector drift = new DriftCollector();
  private final ObservedCandidates candidates = new ObservedCandidates();
  private final Map<String, Long> unknownOperations = new TreeMap<>();
  private long read;
  private long compared;
  private long otherHosts;

  private TrafficObservation(
      ObservedContract contract,
      TrafficPlaces places,
      ObservedHosts hosts,
      @Nullable String provider) {
    this.provider = provider;
    this.contract = contract;
    this.places = places;
    this.hosts = hosts;
  }

  /**
   * Creates an observation.
   *
   * @param sources the contract, the tables, the hosts and, if examples are wanted, the provider
   * @return an observation that has read no file yet
   * @throws IOException when the contract cannot be read
   */
  public static TrafficObservation of(ObservationSources sources) throws IOException {
    ObservedContract contract = ObservedContract.read(sources.specFolder());
    return new TrafficObservation(
        contract,
        new TrafficPlaces(AttentionTables.read(sources.specFolder()), contract.root()),
        sources.hosts(contract.root()),
        sources.provider());
  }

  /**
   * Reads recordings.
   *
   * @param files HAR files, or NDJSON with one exchange in a line
   * @throws IOException when a file cannot be read at all
   */
  public void read(Collection<Path> files) throws IOException {
    TrafficReader reader = new TrafficReader(notes);
    for (Path file : files) {
      reader.read(file, this::accept);
    }
  }

  private void accept(TrafficRecord record) {
    read++;
    ObservedHosts.Target target = hosts.find(record.url());
    if (target == null) {
      otherHosts++;
      return;
    }
    ObservedOperation operation = contract.find(record.method(), target.path());
    if (operation == null) {
      countUnknown(record);
      return;
    }
    compared++;
    List<DriftSighting> sightings = ResponseComparison.compare(contract, places, operation, record);
    if (!sightings.isEmpty()) {
      List<String> providers = providers(target.providers(), operation.providers());
      Set<DriftEntry.Key> keys = drift.add(operation, providers, record, sightings);
      if (provider == null || operation.providers().contains(provider)) {
        candidates.add(operation, record, keys, sightings);
      } else {
        notes.add("no example: the provider's page does not have the operation", record.place());
      }
    }
  }

  /** The providers of the host that have the operation; all of the host if none is known to. */
  private static List<String> providers(List<String> ofHost, List<String> ofOperation) {
    List<String> both = ofHost.stream().filter(ofOperation::contains).toList();
    return both.isEmpty() ? ofHost : both;
  }

  private void countUnknown(TrafficRecord record) {
    String url = record.mask().url();
    int query = url.indexOf('?');
    String name = record.method() + " " + (query < 0 ? url : url.substring(0, query));
    if (PlainText.isWord(record.method())
        && (unknownOperations.size() < MAX_UNKNOWN || unknownOperations.containsKey(name))) {
      unknownOperations.merge(name, 1L, Long::sum);
    } else {
      unknownOperations.merge("others", 1L, Long::sum);
    }
  }

  /** {@return whether a response shows what the contract or the tables do not have} */
  public boolean hasDrift() {
    return drift.drifted() > 0;
  }

  /** {@return whether the recordings have no record of a known host} */
  public boolean isWithoutKnownHost() {
    return otherHosts == read;
  }

  /** {@return the report, as lines that end with a line feed} */
  public String report() {
    return DriftReport.text(this);
  }

  /** {@return the report as JSON} */
  public String reportAsJson() {
    return new String(DriftReport.json(this), StandardCharsets.UTF_8);
  }

  /**
   * {@return the masked examples that show the drift: no example that shows nothing new, and of
   * those that show the same the shortest}
   */
  public List<ObservedExample> examples() {
    return candidates.select(drift.entries());
  }

  DriftCollector drift() {
    return drift;
  }

  List<String> notes() {
    return notes.lines();
  }

  Map<String, Long> unknownOperations() {
    return unknownOperations;
  }

  /** {@return how many records were read} */
  public long readRecords() {
    return read;
  }

  /** {@return how many records were compared with an operation of the contract} */
  public long comparedRecords() {
    return compared;
  }

  long otherHosts() {
    return otherHosts;
  }
}
