package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.ledger.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Pours a turn into a stream (contract gptbots §3.5): 11, the texts of each leg at its commit, 10,
/// 4, 0. A turn in which nothing was said is 11, 0.
final class Pouring {
  private final Conduct conduct;
  private final Leg first;
  private final StreamEvents events;
  private final FlowOutput flow;
  private final List<Said> output = new ArrayList<>();

  private Pouring(Conduct conduct, Leg first, StreamEvents events, FlowOutput flow) {
    this.conduct = conduct;
    this.first = first;
    this.events = events;
    this.flow = flow;
  }

  /// Begins with the leg that was heard first.
  static Pouring of(Conduct conduct, Leg first, StreamEvents events, StepNames names) {
    return new Pouring(conduct, first, events, new FlowOutput(names));
  }

  Response response() {
    return Response.streaming(events.contentType(), this::pour);
  }

  private void pour(Response.Pieces pieces) throws IOException {
    pieces.send(events.messageInfo(first.turnId()));
    leg(first, pieces);
    Conduct.News news = conduct.next();
    while (news instanceof Conduct.News.Committed(var leg)) {
      leg(leg, pieces);
      news = conduct.next();
    }
    close(news, pieces);
  }

  /// Clients put texts together as they come: a message after another one starts a line.
  private void leg(Leg leg, Response.Pieces pieces) throws IOException {
    for (Said said : flow.of(leg)) {
      pieces.send(events.text(output.isEmpty() ? said.text() : "\n" + said.text()));
      output.add(said);
    }
  }

  private void close(Conduct.News news, Response.Pieces pieces) throws IOException {
    boolean settled =
        news instanceof Conduct.News.Over(var outcome)
            && (outcome instanceof Outcome.Committed || outcome instanceof Outcome.Repeated);
    if (!settled) {
      pieces.send(events.error("The answer is not complete"));
    } else if (!output.isEmpty()) {
      pieces.send(events.flowOutput(output));
      pieces.send(events.cost());
    }
    pieces.send(events.end());
  }
}
