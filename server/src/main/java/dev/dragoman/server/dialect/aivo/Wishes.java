package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.Value;
import java.util.Optional;

/// What an endpoint of this dialect may ask for in its settings (contract aivo §2.2 to §3.5).
///
/// @param transferHashPlain whether `transfer` carries the hash without its suffix
/// @param hashSuffix what follows the hash instead of the bot's token
/// @param fillAgent whether `agent` says who it was, where the vendor leaves it empty
/// @param echoClientClose whether a close by the integrator is told back
/// @param tellAllTransfers whether transfers to an agent or within a group are told too
/// @param closedByTrigger the reason when a trigger closed
/// @param closedByUser the reason when the user's side closed
/// @param timestampHeader whether the nanoseconds are told as text in a header too
record Wishes(
    boolean transferHashPlain,
    Optional<String> hashSuffix,
    boolean fillAgent,
    boolean echoClientClose,
    boolean tellAllTransfers,
    String closedByTrigger,
    String closedByUser,
    boolean timestampHeader) {

  static Wishes of(Value.Obj settings) {
    return new Wishes(
        truth(settings, "transferHashPlain"),
        text(settings, "hashSuffix"),
        truth(settings, "fillAgent"),
        truth(settings, "echoClientClose"),
        truth(settings, "tellAllTransfers"),
        text(settings, "closedByTrigger").orElse("trigger"),
        text(settings, "closedByUser").orElse("user"),
        truth(settings, "timestampHeader"));
  }

  private static boolean truth(Value.Obj settings, String name) {
    return settings.get(name) instanceof Value.Bool(boolean truth) && truth;
  }

  private static Optional<String> text(Value.Obj settings, String name) {
    return settings.get(name) instanceof Value.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
