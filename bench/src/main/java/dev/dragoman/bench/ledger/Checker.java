package dev.dragoman.bench.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Compares what was asked with what arrived.
///
/// Every endpoint has to hear everything. A lane is one endpoint and one stream; what it tells
/// rises by sequence, and the next is not attempted before the one ahead is accepted.
public final class Checker {
  private final Asked asked;
  private final Set<String> endpoints;

  /// @param endpoints those that have to hear everything
  public Checker(Asked asked, Set<String> endpoints) {
    this.asked = asked;
    this.endpoints = Set.copyOf(endpoints);
  }

  /// What is wrong with these arrivals, in the order in which they came.
  ///
  /// @param stuck lanes that are known not to have come to rest
  public Findings check(List<Arrival> arrivals, long stuck) {
    Map<String, List<Arrival>> lanes = new HashMap<>();
    arrivals.forEach(
        one ->
            lanes
                .computeIfAbsent(one.endpoint() + "/" + one.what().stream(), _ -> new ArrayList<>())
                .add(one));
    long reordered = 0;
    long misnumbered = 0;
    long doubled = 0;
    for (List<Arrival> lane : lanes.values()) {
      Course course = new Course(lane);
      reordered += course.reordered();
      misnumbered += course.misnumbered();
      doubled += course.doubled();
    }
    return new Findings(
        lost(lanes),
        phantom(lanes),
        new Findings.Order(reordered, misnumbered),
        doubled,
        new Findings.Bytes(
            changed(arrivals), arrivals.stream().filter(one -> !one.bytes().signed()).count()),
        stuck);
  }

  private long lost(Map<String, List<Arrival>> lanes) {
    long lost = 0;
    for (Map.Entry<String, Set<String>> owed : asked.owed().entrySet()) {
      for (String endpoint : endpoints) {
        Set<String> missing = new HashSet<>(owed.getValue());
        lanes.getOrDefault(endpoint + "/" + owed.getKey(), List.of()).stream()
            .filter(Arrival::accepted)
            .forEach(one -> missing.remove(one.what().told()));
        lost += missing.size();
      }
    }
    return lost;
  }

  /// Words that nobody said, messages of turns that were never answered, streams of nobody.
  private long phantom(Map<String, List<Arrival>> lanes) {
    Map<String, Set<String>> owed = asked.owed();
    Set<String> phantoms = new HashSet<>();
    for (List<Arrival> lane : lanes.values()) {
      Set<String> known = owed.getOrDefault(lane.getFirst().what().stream(), Set.of());
      lane.stream()
          .map(Arrival::what)
          .filter(what -> !known.contains(what.told()) && !asked.wasAsked(what.told()))
          .forEach(what -> phantoms.add(what.eventId()));
    }
    return phantoms.size();
  }

  private static long changed(List<Arrival> arrivals) {
    Map<String, String> hashes = new HashMap<>();
    Set<String> changed = new HashSet<>();
    for (Arrival one : arrivals) {
      String key = one.endpoint() + "/" + one.what().eventId();
      String first = hashes.putIfAbsent(key, one.bytes().hash());
      if (first != null && !first.equals(one.bytes().hash())) {
        changed.add(key);
      }
    }
    return changed.size();
  }

  /// How one lane went.
  private record Course(List<Arrival> lane) {
    long reordered() {
      List<Long> all = new ArrayList<>(sequences());
      Set<Long> accepted = new HashSet<>();
      long reordered = 0;
      int next = 0;
      for (Arrival one : lane) {
        while (next < all.size() && accepted.contains(all.get(next))) {
          next++;
        }
        if (next < all.size() && one.what().sequence() > all.get(next)) {
          reordered++;
        }
        if (one.accepted()) {
          accepted.add(one.what().sequence());
        }
      }
      return reordered;
    }

    private Set<Long> sequences() {
      Set<Long> sequences = new TreeSet<>();
      lane.forEach(one -> sequences.add(one.what().sequence()));
      return sequences;
    }

    long misnumbered() {
      Map<Long, Long> positions = new HashMap<>();
      long wrong = 0;
      for (Arrival one : lane) {
        long position = one.numbering().position();
        Long first = positions.putIfAbsent(one.what().sequence(), position);
        wrong += first == null || first == position ? 0 : 1;
      }
      long expected = 1;
      for (long sequence : sequences()) {
        wrong += Objects.requireNonNull(positions.get(sequence)) == expected ? 0 : 1;
        expected++;
      }
      return wrong;
    }

    long doubled() {
      Set<String> accepted = new HashSet<>();
      long doubled = 0;
      for (Arrival one : lane) {
        doubled += accepted.contains(one.what().eventId()) ? 1 : 0;
        if (one.accepted()) {
          accepted.add(one.what().eventId());
        }
      }
      return doubled;
    }
  }
}
