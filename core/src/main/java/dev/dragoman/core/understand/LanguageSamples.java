package dev.dragoman.core.understand;

import java.util.Map;

/// The everyday words of six languages written in Latin letters: those that make up most of any
/// message, and the usual ways to begin one. Written for this purpose.
final class LanguageSamples {
  /// By ISO 639-1 code.
  static final Map<String, String> BY_LANGUAGE =
      Map.of(
          "en",
          """
          the and you that was for are with his they this have from one had word but not what all
          were we when your can said there use an each which she do how their if will up other about
          out many then them these so some her would make like him into time has look two more write
          go see number no way could people my than first been call who its now find down day did get
          come made may part i it is in to of a at on be or by as me he hello hi hey please thanks
          thank yes yeah nope ok sure good morning want need help i'd i'm don't can't won't it's
          where why should any just know think something order booking appointment tomorrow today
          tonight next last week month hours minutes what time does shop open how much is this
          cancel change my account card number working anymore sorry really one thing right thing
          five six eight ten twenty hundred thousand million half third monday friday sunday january
          march june july september november year years today's there's that's you're great money
          percent price want wants looking love still always never last back number five""",
          "es",
          """
          de la que el en y a los se del las un por con no una su para es al lo como más o pero sus
          le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy
          años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene
          él uno donde bien tiempo mismo ese ahora cada vida otro después te otros aunque esa eso
          hace otra tan durante siempre día tanto ella tres sí dijo quiero quisiera necesito hola
          buenas buenos días tardes gracias por favor cuánto cuesta dónde cómo cuál tengo tienes
          tienen puedo quieres estoy voy vale claro bueno nada algo alguien nunca mañana hoy noche
          semana mes hora horas minutos pedido cita reserva cuenta tarjeta cambiar cancelar ayuda
          hablar una persona pequeña grande mejor creo sé no funciona todavía llegó ayer martes
          cuatro cinco seis siete ocho nueve diez once quince veinte treinta cien ciento mil millón
          millones medio tercio cuarto primero segundo lunes miércoles jueves viernes sábado domingo
          enero febrero marzo abril mayo junio julio agosto septiembre octubre diciembre pasado
          próximo volveré cómo está estás son vamos quieren hacer ver dame igual cualquiera
          porque aunque ninguno siguiente usted ustedes con del""",
          "fr",
          """
          de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il
          sont la avec son ou mais je vous nous on elle tout comme être fait si aux cette été leur
          bien peut même ces ont encore aussi très sans deux faire dit mon ma mes votre vos tu toi
          moi quand où comment combien pourquoi quel quelle c'est j'ai d'accord n'est qu'il l'on
          bonjour salut bonsoir merci s'il vous plaît oui non je voudrais je veux j'aimerais besoin
          aide parler avec quelqu'un une personne demain aujourd'hui hier soir matin semaine mois
          heure heures minutes commande rendez-vous réservation compte carte changer annuler prix
          coûte ouvert magasin petite grande ça marche toujours jamais rien peu beaucoup trop depuis
          chez était avait sera ans jour jours premier après avant entre pendant environ prochain
          quatre cinq sept huit neuf dix vingt trente cent mille million lundi mardi mercredi jeudi
          vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
          décembre pour cent reviendrai tiers quart demi euros semaine dernière dernier""",
          "pt",
          """
          de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao
          ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso
          ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram
          essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe
          deles este fosse dele tu te vocês lhes olá oi bom dia boa tarde noite obrigado obrigada
          por favor sim quero queria gostaria preciso ajuda falar com alguém uma pessoa amanhã hoje
          ontem semana mês hora horas minutos pedido consulta reserva conta cartão mudar cancelar
          quanto custa onde fica aberto loja pequena grande funciona ainda nunca nada algo então
          anos próximo última segunda-feira terça-feira às três coisa fazer vai vou pode posso
          quatro cinco seis sete oito nove dez onze quinze vinte trinta quarenta cem cento mil milhão
          milhões bilhões meia dúzia terço quarto primeiro segundo vírgula quintos avos três
          segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho
          julho agosto setembro outubro novembro dezembro passado voltarei por cento sobre somente
          uns umas esta noite manhã tarde qualquer porque ainda seria aqui ele ela vamos""",
          "de",
          """
          der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es
          an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so
          zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich du wir ihr mich
          mir dir uns mein meine dein kann können möchte will habe hast bin bist was wer wo wann
          warum wieviel welche hallo guten tag morgen abend danke bitte ja nein doch gerne vielleicht
          brauche hilfe sprechen jemand heute gestern nächste woche monat stunde stunden minuten
          bestellung termin reservierung konto karte ändern stornieren kostet geöffnet laden klein
          groß funktioniert immer nie nichts etwas jahr jahre uhr zwei drei vier fünf gegen seit
          sechs sieben acht neun zehn zwanzig hundert tausend million montag dienstag mittwoch
          donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember prozent
          zurück nächster letzter halb viertel würde gern wäre dieser diese dieses""",
          "it",
          """
          di e il la che in a per un è del non una con i le da si sono della al come più gli ma lo
          dei alla nel anche se ha o delle mi ci questo ho hanno io tu lui lei noi voi loro suo sua
          mio mia essere stato era fatto quando dove chi cosa perché quanto quale molto tutto tutti
          dopo prima ancora solo sempre mai qui ora due tre anni ciao buongiorno buonasera salve
          grazie per favore sì no vorrei voglio ho bisogno aiuto parlare con qualcuno una persona
          domani oggi ieri sera mattina settimana mese ora ore minuti ordine appuntamento prenotazione
          conto carta cambiare annullare costa aperto negozio piccola grande funziona niente qualcosa
          degli nella sulla questa quello quella posso puoi può fare va bene d'accordo alle dalle
          quattro cinque sei sette otto nove dieci venti cento mille milione lunedì martedì mercoledì
          giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto
          settembre ottobre dicembre scorso prossimo tornerò mezzo quarto perché sarebbe il gli""");

  private LanguageSamples() {}
}
