package dev.dragoman.core.campaign;

import dev.dragoman.core.understand.text.Folding;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Messages that say nothing but "write to me no more", in the languages Dragoman speaks.
///
/// Only the whole message counts: who says "stop by at nine" has not opted out.
public final class OptOutWords {
  private static final Set<String> WORDS =
      Stream.of(
              "stop",
              "stop all",
              "stopall",
              "unsubscribe",
              "opt out",
              "optout",
              "baja",
              "darme de baja",
              "dar de baja",
              "no quiero recibir mas mensajes",
              "no me escriban mas",
              "cancelar suscripcion",
              "sair",
              "parar",
              "descadastrar",
              "cancelar inscricao",
              "nao quero receber mais mensagens",
              "arret",
              "desabonner",
              "me desabonner",
              "desinscription",
              "ne m'ecrivez plus",
              "退订",
              "取消订阅",
              "停止发送",
              "td")
          .map(Folding::fold)
          .collect(Collectors.toUnmodifiableSet());

  private OptOutWords() {}

  /// Whether the message is one of them, whatever case, accents and marks around it.
  public static boolean said(String message) {
    String folded = Folding.fold(message).strip();
    int from = 0;
    int to = folded.length();
    while (from < to && !Character.isLetterOrDigit(folded.codePointAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(folded.codePointBefore(to))) {
      to--;
    }
    return WORDS.contains(folded.substring(from, to));
  }
}
