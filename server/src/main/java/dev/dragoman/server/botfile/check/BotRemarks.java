package dev.dragoman.server.botfile.check;

import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.check.BotCheck;
import dev.dragoman.core.check.Finding;
import dev.dragoman.core.check.Finding.Severity;
import dev.dragoman.core.understand.intent.Rehearsal;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.Positions;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.yaml.Defect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Everything that is to be said about a draft: what cannot be read, else what can be proved.
public final class BotRemarks {
  private BotRemarks() {}

  private static final Set<OutsideKind> ALWAYS_SENT = Set.of(OutsideKind.WEBHOOK_REQUEST);

  /// The remarks in the order of the files, for a server that sends no mail.
  public static List<Remark> of(BotDraft draft) {
    return of(draft, bot -> BotCheck.check(bot, ground(ALWAYS_SENT)));
  }

  /// The same for a draft that makes a bot and has been rehearsed, to learn it from there.
  public static List<Remark> of(BotDraft draft, Rehearsal rehearsal) {
    return of(draft, bot -> BotCheck.check(bot, ground(ALWAYS_SENT), rehearsal));
  }

  /// The same for a server that sends mail too.
  public static List<Remark> withMail(BotDraft draft) {
    Set<OutsideKind> sent = EnumSet.of(OutsideKind.WEBHOOK_REQUEST, OutsideKind.EMAIL);
    return of(draft, bot -> BotCheck.check(bot, ground(sent)));
  }

  private static BotCheck.Ground ground(Set<OutsideKind> sent) {
    return new BotCheck.Ground(new Re2Patterns(), sent);
  }

  private static List<Remark> of(BotDraft draft, Function<Bot, List<Finding>> check) {
    List<Remark> remarks = new ArrayList<>();
    draft.defects().forEach(defect -> remarks.add(new Remark(defect, Severity.ERROR, List.of())));
    Optional<Bot> bot = draft.bot();
    Optional<Positions> positions = draft.positions();
    if (bot.isPresent() && positions.isPresent()) {
      Spots spots = new Spots(positions.get());
      check.apply(bot.get()).forEach(finding -> remarks.add(remark(finding, spots)));
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
