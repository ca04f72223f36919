package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.server.ledger.Line.Taken;
import java.util.ArrayList;
import java.util.List;

/// Lines of one workspace that are worked on together.
///
/// @param patient whether to wait for rows held elsewhere
record Batch(List<Taken> lines, boolean patient) {
  Batch {
    lines = List.copyOf(lines);
  }

  int workspace() {
    return lines.getFirst().line().key().workspace();
  }

  /// What is to be locked and looked up for it.
  Lookup lookup() {
    List<String> conversations = new ArrayList<>();
    List<LineKey.OfAddress> addresses = new ArrayList<>();
    List<Lookup.IdentityKey> identities = new ArrayList<>();
    List<InputId.Key> inputIds = new ArrayList<>();
    List<Attempt.Mark> attempts = new ArrayList<>();
    for (Taken taken : lines) {
      switch (taken.line().key()) {
        case LineKey.OfConversation conversation -> conversations.add(conversation.id());
        case LineKey.OfAddress address -> {
          addresses.add(address);
          addIdentity(taken, address, identities);
        }
      }
      addInputIds(taken, inputIds);
      Attempt attempt = taken.line().attempt;
      if (attempt != null) {
        attempts.add(attempt.mark());
      }
    }
    conversations.sort(null);
    return new Lookup(
        workspace(),
        patient,
        new Lookup.Rows(conversations, inputIds, addresses, identities),
        attempts,
        lines.stream().anyMatch(Batch::readsStaff));
  }

  /// Whether its decisions look at groups and agents: moves of rooms do, and whoever found out.
  private static boolean readsStaff(Taken taken) {
    return taken.line().staffed
        || taken.entries().stream()
            .anyMatch(entry -> entry.arrival().input() instanceof Input.InRoom);
  }

  private static void addIdentity(
      Taken taken, LineKey.OfAddress address, List<Lookup.IdentityKey> identities) {
    if (!taken.entries().isEmpty()
        && taken.entries().getFirst().submission().target() instanceof Target.Addressed to) {
      identities.add(new Lookup.IdentityKey(to.identity().realm(), address.peer()));
    }
  }

  private static void addInputIds(Taken taken, List<InputId.Key> inputIds) {
    for (Entry entry : taken.entries()) {
      InputId.Key key = entry.inputKey();
      if (key != null) {
        inputIds.add(key);
      }
    }
  }

  /// The two halves: of the lines, or of the entries of the only line.
  List<Batch> halves() {
    if (lines.size() > 1) {
      int middle = lines.size() / 2;
      return List.of(
          new Batch(lines.subList(0, middle), patient),
          new Batch(lines.subList(middle, lines.size()), patient));
    }
    Taken only = lines.getFirst();
    int middle = only.entries().size() / 2;
    return List.of(
        new Batch(List.of(new Taken(only.line(), only.entries().subList(0, middle))), patient),
        new Batch(
            List.of(new Taken(only.line(), only.entries().subList(middle, only.entries().size()))),
            patient));
  }

  /// Whether it cannot be halved any more.
  boolean isSingle() {
    return lines.size() == 1 && lines.getFirst().entries().size() <= 1;
  }
}
