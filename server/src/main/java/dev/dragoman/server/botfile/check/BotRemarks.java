package dev.dragoman.server.botfile.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.check.BotCheck;
import dev.dragoman.core.check.Finding;
import dev.dragoman.core.check.Finding.Severity;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.Positions;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.yaml.Defect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everything that is to be said about a draft: what cannot be read, else what can be proved.
public final class BotRemarks {
  private BotRemarks() {}

  /// The remarks in the order of the files.
  public static List<Remark> of(BotDraft draft) {
    List<Remark> remarks = new ArrayList<>();
    draft.defects().forEach(defect -> remarks.add(new Remark(defect, Severity.ERROR, List.of())));
    Optional<Bot> bot = draft.bot();
    Optional<Positions> positions = draft.positions();
    if (bot.isPresent() && positions.isPresent()) {
      Spots spots = new Spots(positions.get());
      for (Finding finding : BotCheck.check(bot.get(), new Re2Patterns())) {
        remarks.add(remark(finding, spots));
      }
    }
    remarks.sort(Comparator.comparing(Remark::defect, Defect.ORDER));
    return List.copyOf(remarks);
  }

  private static Remark remark(Finding finding, Spots spots) {
    Defect defect =
        Defect.at(spots.place(finding.spot()), finding.kind().code(), finding.message());
    return new Remark(defect, finding.severity(), finding.counterExample());
  }
}
