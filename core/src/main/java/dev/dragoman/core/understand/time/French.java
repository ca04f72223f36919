package dev.dragoman.core.understand.time;

/// How French says dates and times, written without accents as texts are compared.
final class French {
  private static final String NUMBERS =
      """
      num 0: zero
      num 1: un, une
      num 2: deux
      num 3: trois
      num 4: quatre
      num 5: cinq
      num 6: six
      num 7: sept
      num 8: huit
      num 9: neuf
      num 10: dix
      num 11: onze
      num 12: douze
      num 13: treize
      num 14: quatorze
      num 15: quinze
      num 16: seize
      num 17: dix-sept, dix sept
      num 18: dix-huit, dix huit
      num 19: dix-neuf, dix neuf
      num 20: vingt
      num 30: trente
      num 40: quarante
      num 50: cinquante
      num 60: soixante
      num 80: quatre-vingt, quatre-vingts, quatre vingt, quatre vingts
      mult 100: cent, cents
      mult 1000: mille, mil
      numjoin 0: -, et, - et -
      few 2: une paire de, un couple de
      few 3: quelques, plusieurs
      half 0: demi, demie, une demi, une demie, demi -, une demi -, un demi
      andhalf 0: et demi, et demie, et une demie
      ord 1: premier, premiere, 1er
      ord 2: second, seconde, deuxieme
      ord 3: troisieme, troiseme
      ord 4: quatrieme
      ord 5: cinquieme
      ord 6: sixieme
      ord 7: septieme
      ord 8: huitieme
      ord 9: neuvieme
      ord 10: dixieme
      ord 11: onzieme
      ord 12: douzieme
      ord 13: treizieme
      ord 14: quatorzieme
      ord 15: quinzieme
      ord 16: seizieme
      ord 20: vingtieme
      ord 30: trentieme
      suffix 0: er, ere, e, eme, ieme, nd, nde, de, st, rd, th, °
      lastplace -1: dernier, derniere
      """;

  private static final String WORDS =
      """
      month 1: janvier, janv, jan
      month 2: fevrier, fevr, fev, feb
      month 3: mars, mar
      month 4: avril, avr
      month 5: mai
      month 6: juin
      month 7: juillet, juil, jul
      month 8: aout, aou
      month 9: septembre, sept, sep
      month 10: octobre, oct
      month 11: novembre, nov
      month 12: decembre, dec
      weekday 1: lundi, lundis, lun
      weekday 2: mardi, mardis, mar
      weekday 3: mercredi, mercredis, mer, mercr
      weekday 4: jeudi, jeudis, jeu
      weekday 5: vendredi, vendredis, ven, vendr
      weekday 6: samedi, samedis, sam
      weekday 7: dimanche, dimanches, dim
      dayname 1: lundi, lun
      dayname 2: mardi
      dayname 3: mercredi
      dayname 4: jeudi
      dayname 5: vendredi, ven
      dayname 6: samedi
      dayname 7: dimanche, dim
      shift 0: ce, cet, cette, courant, en cours
      shift 1: prochain, prochaine, suivant, suivante, qui vient, a venir
      shift -1: dernier, derniere, passe, passee, precedent, precedente
      yearshift 0: cette annee, de cette annee
      yearshift 1: l'annee prochaine, de l'annee prochaine, l'an prochain, de l'an prochain
      yearshift -1: l'annee derniere, de l'annee derniere, l'an dernier, de l'an dernier
      yearshift -1: l'annee passee, de l'annee passee
      rel 0: aujourd'hui, aujourdhui, ce jour, ma journee, ce jour-ci
      rel 1: demain, lendemain, jour suivant, le jour d'apres, prochain jour, jour d'apres
      rel -1: hier, dernier jour, le dernier jour, jour precedent, le jour precedent, la veille
      rel -1: jour d'avant, le jour d'avant
      rel 2: apres demain, apres-demain, surlendemain, jour apres demain
      rel -2: avant hier, avant-hier
      unit YEAR: an, ans, annee, annees
      unit MONTH: mois
      unit WEEK: semaine, semaines
      unit DAY: jour, jours, journee, journees
      unit BUSINESS_DAY: jour ouvre, jours ouvres, jour ouvrable, jours ouvrables, jours de travail
      unit BUSINESS_DAY: journee de travail, journees de travail, jour de travail
      unit HOUR: heure, heures, h, hr, hrs
      unit MINUTE: minute, minutes, min, mins, mn
      unit SECOND: seconde, secondes, sec, secs
      unit DECADE: decennie, decennies
      unit CENTURY: siecle, siecles
      unit QUARTER_HOUR: quart d'heure, quarts d'heure
      ampm AM: am, a.m., a.m, a m, ampm
      ampm PM: pm, p.m., p.m, p m
      part AM: am, a.m., a.m, a m, ampm, du matin, matin, dans le matin, dans la matinee, le matin
      part AM: de matinee, de la matinee, au matin, ce matin, cette matin, cette matinee, du mat
      part AM: dans la matine, matinee
      part PM: pm, p.m., p.m, p m, de l'apres-midi, de l'apres midi, apres-midi, apres midi
      part PM: dans l'apres-midi, dans l'apres midi, d'apres-midi, d'apres midi, du soir, soir
      part PM: dans la soiree, dans le soir, du soiree, de soiree, de la soiree, le soir, soiree
      part PM: en soiree, cet apres-midi, cet apres midi, ce soir, au soir, cette apres-midi
      part PM: l'apres-midi, l'apres midi
      part NIGHT: de nuit, dans la nuit, la nuit, de la nuit, nuit, cette nuit
      part LUNCH: l'heure de dejeuner, l'heure du dejeuner, a l'heure du dejeuner
      part LUNCH: heure de dejeuner, heure du dejeuner, a l'heure de dejeuner
      dawn AM: matin, matinee
      dusk PM: soir, soiree, apres-midi, apres midi
      night NIGHT: nuit
      fraction 15: quart, un quart, le quart
      fraction 30: demi, demie
      fraction 45: trois quarts
      noon 720: midi, milieu de midi, milieu du jour, milieu de la journee
      noon 720: mi-journee, mi journee, milieu de journee, en milieu de journee
      noon 0: minuit
      noon 600: milieu du matin, milieu de matinee, milieu de la matinee, en milieu de matinee
      noon 600: mi-matinee, mi matinee
      noon 840: milieu d'apres-midi, milieu d'apres midi, milieu de l'apres-midi, mi-apres-midi
      noon 840: milieu de l'apres midi, en milieu d'apres-midi
      follow 0: en, avec, pour, de, du, par, et, ou, si, quand, mais, parce, alors, a, au, le, la
      follow 0: merci, les, jusqu, dans, sur, que, qui, car, est, sera, devrait, plutot, chez
      thing 0: euros, personnes, fois, degres, pour cent
      """;

  private static final String DAYS =
      """
      wd SAME = <weekday> .? ,? le?
      yr SAME = ,|de|en? <year>
      yr SAME = ,? ' ~<year2>
      yr SAME = -|/ <year2>
      date CALENDAR = <wd>? <numdate>
      date CALENDAR = <wd>? <slashpair>
      date CALENDAR = [le|du|au|en|pour] <dotpair>
      date CALENDAR = <dotpair> [a]
      date CALENDAR = <wd>? <day> -|/|de|du_mois_de|d'|.? <month> .? ,? -|/? <yr@year>
      date CALENDAR = <wd>? <day> -|/|de|du_mois_de|d'|.? <month>
      date CALENDAR = <wd>? <month> .? -|/|le|,? <day> <yr@year>?
      date CALENDAR = <day> <month> ,? <yearshift>
      date CALENDAR = <year> -|/|.|,? <month> -|/|.|,? <day>
      date DAY_ONLY = [pour] le <day> [<end>]
      date DAY_ONLY = [le|en|du|au|sur] [la]? <day> [<end>]
      date WEEKDAY = <dayname@weekday>
      date WEEKDAY = [le|'] <weekday> [<end>]
      date WEEKDAY = <weekday> de? <shift>
      date WEEKDAY = <shift> <weekday>
      date WEEKDAY = <weekday> ,|de|dans? la|cette? semaine <shift>
      date WEEKDAY = <weekday> ,|de|dans? <shift> semaine
      date WEEKDAY = la? semaine <shift> ,? le? <weekday>
      date WEEKDAY_DAY = <weekday> ,? le? <day> [<end>]
      date WEEKDAY_DAY = <day> ,|un|le? <dayname@weekday>
      date NTH_WEEKDAY = <ord@place>|<lastplace@place> <weekday> de|du|d'|en <month> <yr@year>?
      date NTH_WEEKDAY = <ord@place>|<lastplace@place> <weekday> du|de|dans? le? mois <shift>
      date NTH_WEEKDAY = <ord@place>|<lastplace@place> <weekday> de|dans? <shift> mois
      date NTH_WEEKDAY = <ord@place> <weekday>
      date DAY_OF_MONTH = <day> du|de? mois <shift>
      date DAY_OF_MONTH = <day> de|du? <shift> mois
      date RELATIVE = <rel>
      dateanswer DAY_ONLY = [le]? <day>
      dateanswer CALENDAR = [le]? <dotpair>
      dateanswer WEEKDAY = <weekday>
      dateanswer DAY_OF_PART = <partday>
      timestop SAME = dans|il_y_a|pendant|durant|depuis|toutes_les|en <duration>
      duration SAME = [il_y_a|y_a] <duration>
      durationstop SAME = a|vers|avant|apres <hour> heures|heure|h
      durationstop SAME = <hour> heures|heure|h moins
      timestop SAME = dans|il_y_a|pendant|durant|depuis <hm>
      datetimestop SAME = <duration> avant <core>
      timestop SAME = apres|apres_- midi
      date RELATIVE = le_jour|la_journee [<end>]
      date DAYS_AFTER = dans|d'ici|en|apres moins_de|environ? <duration>
      date DAYS_AFTER = <duration> plus_tard|apres|a_partir_d'aujourd'hui|a_compter_d'aujourd'hui
      date DAYS_AFTER = <duration> a_partir_de_maintenant
      date DAYS_AFTER = <duration> apres|a_partir_de|a_partir_d'|a_compter_de le|l'? <date>
      date DAYS_BEFORE = il_y_a|y_a environ|plus_de? <duration>
      date DAYS_BEFORE = <duration> auparavant|plus_tot|avant
      date DAYS_BEFORE = <duration> avant le|l'? <date>
      date WEEKDAYS_LATER = dans? <n> <weekday> plus_tard|apres|a_partir_d'aujourd'hui
      date WEEKDAYS_LATER = dans <n> <weekday>
      date WEEKDAYS_AGO = il_y_a <n> <weekday>
      """;

  private static final String TIMES =
      """
      secs SAME = s|sec|secondes|seconde
      bare HOUR = <hour>
      bare HOUR = <hour> <mins@min>
      bare HOUR = <hour> et <fraction>
      core HOUR = <hour> ,? <part>
      core HOUR = <hour> h|heures|heure|hrs|hr ,? <part>?
      core HOUR = <hour> h|heures|heure|hrs|hr et|:? <min> min|minutes|minute|mn|m? ,? <part>?
      core HOUR = <hour> h|heures|heure|: <min> min|minutes|minute|mn|m|: et? <min@sec> <secs>?
      core HOUR = <hour> h|heures|heure et <min@sec> <secs>
      core HOUR = <hour> h|heures|heure|hrs? <part>? et un? <fraction> <part>?
      core TO = <onhour> moins le? <fraction>|<min> minutes? <part>?
      core HOUR = <hour> pile|pile_poil|precises|tapantes
      core HOUR = <hour> <mins@min> <part>
      core HOUR = <hour> ~. ~<min2> <part>
      core DIGITS = <clock> h|heures? ,? <part>?
      core DIGITS = <clocks> h|heures? ,? <part>?
      core DIGITS = <hmm> <ampm@part>
      core FIXED = <noon>
      core PAST = <noonclock> et <fraction>|<min>
      core TO = <noonclock> moins le? <fraction>|<min>
      core PAST = <min> min|minutes|minute? apres <base>
      core TO = <min> min|minutes|minute avant <base>
      core PAST = <fraction> apres <base>
      core TO = <fraction> avant <base>
      noonclock FIXED = <noon>
      onhour HOUR = <hour> h|heures|heure|hrs? <part>?
      base SAME = <bare>
      base SAME = <core>
      time SAME = <core>
      timeanswer SAME = [a]? <bare>
      timeanswer HOUR = <hour> ~. ~<min2>
      timeanswer DIGITS = <hmm>
      time SAME = vers|peu_pres|a_peu_pres <core>|<bare>
      time IN_PART = <core> ,? <part>
      time IN_PART = <part> ,? a|vers? <core>|<bare>
      time SAME = [a|jusqu'a|des|avant|apres|est] <bare> [<end>]
      time HOUR = [pour|a] <hour> <mins@min>
      time HOUR = [a] <hour> ~. ~<min2> [<end>]
      """;

  private static final String POINTS =
      """
      partday DAY_PART = <date> au|du|dans_la|dans_l'|en|d'? <dawn@part>|<dusk@part>|<night@part>
      partday DAY_PART = ce|cet|cette <dawn@part>|<dusk@part>|<night@part>
      partday LAST_NIGHT = hier_soir|la_nuit_derniere|hier_au_soir|hier_dans_la_nuit
      datetime JOIN = <date> ,|-|t|t_a|et? a|vers|pour|environ|autour_de|aux|a_environ? <time>
      datetime JOIN = <date> ,? a|vers <bare>
      datetime JOIN = <partday> ,|-? a|vers|pour|environ|a_environ? <time>|<bare>
      datetime JOIN = <time> ,|-|du|de|le|pour|sur|sur_le|sur_la|en? le? <partday>|<date>
      datetime JOIN = [a|vers] <bare> ,|du|de|le|sur|le_jour|en? <partday>|<date>
      datetime JOIN = <bare> ,? <partday>
      datetime JOIN = [le] <day> ,? a|vers? <core>
      datetime JOIN = [le] <day> a <bare>
      datetime END_OF = fin de|du|d'|de_la la|ce|cette? <date>
      datetime END_OF = la? fin de|du|d'|de_la la? jour|journee
      datetime NOW = maintenant|en_ce_moment|a_present|a_l'instant|tout_de_suite|immediatement
      datetime NOW = en_ce_moment_meme|des_maintenant|pour_le_moment|a_ce_moment|a_cet_instant
      datetime SOON = des_que_possible|dqp|aussitot_que_possible|le_plus_tot_possible|asap
      datetime SOON = le_plus_vite_possible|le_plus_rapidement_possible|aussi_vite_que_possible
      datetime TIME_AFTER = dans|en|d'ici|apres moins_d'|moins_de|environ? <duration>
      datetime TIME_AFTER = <duration> plus_tard|apres|a_partir_de_maintenant
      datetime TIME_BEFORE = il_y_a|y_a environ|moins_d'|moins_de? <duration>
      datetime TIME_BEFORE = <duration> plus_tot|auparavant|avant
      again SAME = encore|un_autre|une_autre|plus_d'|plus_de|pres_d'|pres_de|moins_d'|moins_de
      piece PIECE = <again>? <q> <andhalf>? -? <unit> <andhalf>?
      piece PIECE = un_autre|une_autre <unit>
      piece PIECE = toute|tout|pleine|plein|entiere|entier|tous la|le|l'|une|un? <unit>
      piece PIECE = [une|un]? <unit> entiere|entier|complete|complet
      hm HOUR_MINUTE = <n> ~h ~<min2> min|mn|m?
      datetime TIME_AFTER = dans|d'ici <hm>
      datetime TIME_BEFORE = il_y_a <hm>
      duration SAME = [dans|il_y_a|pendant|durant|depuis] <hm>
      duration SUM = <piece>
      duration SUM = <piece> ,? et|plus_de|plus? <duration>
      """;

  static final String SOURCE = NUMBERS + WORDS + DAYS + TIMES + POINTS;

  private French() {}
}
