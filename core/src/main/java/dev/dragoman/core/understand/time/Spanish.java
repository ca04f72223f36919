package dev.dragoman.core.understand.time;

/// How Spanish says dates and times, written without accents as texts are compared.
final class Spanish {
  private static final String NUMBERS =
      """
      num 0: cero
      num 1: un, uno, una
      num 2: dos
      num 3: tres
      num 4: cuatro
      num 5: cinco
      num 6: seis
      num 7: siete
      num 8: ocho
      num 9: nueve
      num 10: diez
      num 11: once
      num 12: doce
      num 13: trece
      num 14: catorce
      num 15: quince
      num 16: dieciseis
      num 17: diecisiete
      num 18: dieciocho
      num 19: diecinueve
      num 20: veinte
      num 21: veintiuno, veintiun, veintiuna
      num 22: veintidos
      num 23: veintitres
      num 24: veinticuatro
      num 25: veinticinco
      num 26: veintiseis
      num 27: veintisiete
      num 28: veintiocho
      num 29: veintinueve
      num 30: treinta
      num 40: cuarenta
      num 50: cincuenta
      num 60: sesenta
      num 70: setenta
      num 80: ochenta
      num 90: noventa
      num 100: cien, ciento
      num 200: doscientos, doscientas
      num 300: trescientos, trescientas
      num 400: cuatrocientos, cuatrocientas
      num 500: quinientos, quinientas
      num 600: seiscientos, seiscientas
      num 700: setecientos, setecientas
      num 800: ochocientos, ochocientas
      num 900: novecientos, novecientas
      mult 1000: mil
      numjoin 0: y
      few 2: un par de
      few 3: unos, unas, algunos, algunas, varios, varias, unos cuantos, unas cuantas, pocos, pocas
      half 0: medio, media
      andhalf 0: y media, y medio
      ord 1: primero, primer, primera
      ord 2: segundo, segunda
      ord 3: tercero, tercer, tercera
      ord 4: cuarto, cuarta
      ord 5: quinto, quinta
      ord 6: sexto, sexta
      ord 7: septimo, septima
      ord 8: octavo, octava
      ord 9: noveno, novena
      ord 10: decimo, decima
      ord 20: vigesimo
      ord 30: trigesimo
      suffix 0: o, a, ro, do, to, er, ra, da, ero, .o, .a, °
      lastplace -1: ultimo, ultima
      """;

  private static final String WORDS =
      """
      month 1: enero, ene
      month 2: febrero, feb
      month 3: marzo, mar
      month 4: abril, abr
      month 5: mayo, may
      month 6: junio, jun
      month 7: julio, jul
      month 8: agosto, ago
      month 9: septiembre, setiembre, sept, sep, set
      month 10: octubre, oct
      month 11: noviembre, nov
      month 12: diciembre, dic
      weekday 1: lunes, lun, lu
      weekday 2: martes, mar, ma
      weekday 3: miercoles, mie, mi
      weekday 4: jueves, jue, ju
      weekday 5: viernes, vie, vi
      weekday 6: sabado, sabados, sab, sa
      weekday 7: domingo, domingos, dom, do
      dayname 1: lunes
      dayname 2: martes
      dayname 3: miercoles
      dayname 4: jueves
      dayname 5: viernes
      dayname 6: sabado
      dayname 7: domingo
      shift 0: este, esta, actual
      shift 1: proximo, proxima, siguiente, que viene, que entra, entrante, este proximo
      shift -1: pasado, pasada, ultimo, ultima, anterior, este pasado, previo, previa
      yearshift 0: este ano, del presente ano, del ano en curso
      yearshift 1: el proximo ano, del proximo ano, proximo ano, del ano que viene, ano que viene
      yearshift 1: del ano siguiente, del siguiente ano
      yearshift -1: el ano pasado, del ano pasado, ano pasado
      rel 0: hoy, este dia, hoy dia, hoy en dia, el dia de hoy
      rel 1: manana, el dia siguiente, dia siguiente, el siguiente dia, siguiente dia
      rel 1: el proximo dia, proximo dia, el dia de manana
      rel -1: ayer, el dia anterior, dia anterior, ultimo dia, el ultimo dia, el dia de ayer
      rel 2: pasado manana, dia despues de manana, el dia despues de manana
      rel -2: anteayer, antes de ayer, antier, dia antes de ayer, el dia antes de ayer
      rel -2: antes de anoche
      unit YEAR: ano, anos
      unit MONTH: mes, meses
      unit WEEK: semana, semanas
      unit DAY: dia, dias
      unit BUSINESS_DAY: dia habil, dias habiles, dia laboral, dias laborales, dia laborable
      unit BUSINESS_DAY: dias laborables, jornada laboral
      unit HOUR: hora, horas, h, hr, hrs, hs
      unit MINUTE: minuto, minutos, min, mins
      unit SECOND: segundo, segundos, seg, segs
      unit DECADE: decada, decadas
      unit CENTURY: siglo, siglos
      unit FORTNIGHT: quincena, quincenas
      unit QUARTER_HOUR: cuarto de hora, cuartos de hora
      ampm AM: am, a.m., a.m, a m
      ampm PM: pm, p.m., p.m, p m
      part AM: am, a.m., a.m, a m, de la manana, por la manana, en la manana, a la manana
      part AM: de la madrugada, por la madrugada, en la madrugada, de madrugada, de manana
      part PM: pm, p.m., p.m, p m, de la tarde, por la tarde, en la tarde, a la tarde, de tarde
      part PM: del mediodia, en la tardecita
      part NIGHT: de la noche, por la noche, en la noche, a la noche, de noche, noche
      dawn AM: manana, madrugada
      dusk PM: tarde
      night NIGHT: noche
      fraction 15: cuarto, un cuarto
      fraction 30: media
      fraction 45: tres cuartos
      noon 720: mediodia, medio dia
      noon 0: medianoche, media noche
      noon 600: media manana
      noon 840: media tarde
      follow 0: en, con, para, de, del, por, y, o, si, cuando, pero, porque, entonces, el, la, los
      follow 0: gracias, al, a, hasta, que, mejor, las, no, como, sin, estara, esta, es, seria
      thing 0: euros, pesos, dolares, personas, veces, grados
      """;

  private static final String DAYS =
      """
      wd SAME = <weekday> .? ,? el|dia|el_dia?
      yr SAME = ,|de|del|del_ano|de_el? <year>
      yr SAME = del|de|,? ' ~<year2>
      yr SAME = -|/ <year2>
      date CALENDAR = <wd>? <numdate>
      date CALENDAR = <wd>? <slashpair>
      date CALENDAR = [el|dia|del|al|desde|hasta|para] <dotpair>
      date CALENDAR = <dotpair> [a] [<las>]
      date CALENDAR = <wd>? <day> -|/|de|del|.|del_mes_de|de_el|,? <month> .? ,? -|/? <yr@year>
      date CALENDAR = <wd>? <day> -|/|de|del|.|del_mes_de? <month>
      date CALENDAR = <wd>? <month> .? -|/|el|,? <day> <yr@year>?
      date CALENDAR = <day> de? <month> de? <yearshift>
      date CALENDAR = <day> del <mm> <yr@year>?
      date CALENDAR = <year> -|/|.|,? <month> -|/|.|,? <day>
      date DAY_ONLY = [el|al|del] <day> [<end>]
      date DAY_ONLY = el? dia <day> [<end>]
      date WEEKDAY = <dayname@weekday>
      date WEEKDAY = [el] <weekday> [<end>]
      date WEEKDAY = <shift> <weekday>
      date WEEKDAY = <weekday> <shift>
      date WEEKDAY = <weekday> ,|de|en? la|el? <shift> semana
      date WEEKDAY = <weekday> ,|de|en? la? semana <shift>
      date WEEKDAY = la? semana <shift> el? <weekday>
      date WEEKDAY_DAY = <weekday> ,? el|dia|el_dia? <day> [<end>]
      date WEEKDAY_DAY = <day> ,? <dayname@weekday>
      date WEEKDAY_DAY = <shift> <weekday> ,? dia? <day> [<end>]
      date NTH_WEEKDAY = el|la? <ord@place>|<lastplace@place> <weekday> de|del|en <month> <yr@year>?
      date NTH_WEEKDAY = el? <ord@place>|<lastplace@place> <weekday> de|del|en? el? <shift> mes
      date NTH_WEEKDAY = el? <ord@place>|<lastplace@place> <weekday> de|del|en? el? mes <shift>
      date NTH_WEEKDAY = <ord@place> <weekday>
      date DAY_OF_MONTH = <day> de|del|en? el? <shift> mes
      date DAY_OF_MONTH = <day> de|del|en? el? mes <shift>
      date DAY_OF_MONTH = el? <shift> mes ,? el? dia? <day>
      date RELATIVE = <rel>
      dateanswer DAY_ONLY = [el|dia|el_dia]? <day>
      dateanswer CALENDAR = [el|dia|el_dia]? <dotpair>
      dateanswer WEEKDAY = <weekday>
      dateanswer DAY_OF_PART = <partday>
      datestop SAME = de|por|en|a la manana
      timestop SAME = hace|en|durante|dentro_de|por|cada <duration>
      durationstop SAME = a_las|a_la <hour> horas|hora|hs|hrs|h
      durationstop SAME = <clock> horas|hs|hrs|h
      date RELATIVE = mi_dia [<end>]
      timestop SAME = el <day> <part>
      timestop SAME = en|hace|dentro_de|durante|por <hm>
      datetimestop SAME = <duration> antes_de <las>
      date DAYS_AFTER = en|dentro_de|de_aqui_a|tras|al_cabo_de|luego_de menos_de|unos? <duration>
      date DAYS_AFTER = <duration> despues|mas_tarde|mas_adelante|a_partir_de_hoy|desde_hoy
      date DAYS_AFTER = <duration> a_partir_de_ahora|desde_ahora
      date DAYS_AFTER = <duration> despues_de|despues_del|a_partir_de|a_partir_del|desde el? <date>
      date DAYS_BEFORE = hace <duration>
      date DAYS_BEFORE = <duration> atras|antes|hace
      date DAYS_BEFORE = <duration> antes_de|antes_del el? <date>
      date WEEKDAYS_LATER = <n> <weekday> despues|desde_hoy|a_partir_de_hoy|mas_tarde
      date WEEKDAYS_AGO = hace <n> <weekday>
      date WEEKDAYS_AGO = <n> <weekday> atras|antes
      """;

  private static final String TIMES =
      """
      bare HOUR = <hour>
      bare HOUR = <hour> y|con? <mins@min> minutos|min?
      bare HOUR = <hour> <andhalf>
      bare HOUR = <hour> y|con <fraction>
      bare TO = <anhour> menos <fraction>|<min> minutos?
      anhour HOUR = <hour>
      onhour HOUR = <hour> <part>? en_punto? <part>?
      core HOUR = <hour> <part>
      core HOUR = <hour> horas <part>
      core HOUR = [las|la] <hour> horas|hora
      core HOUR = <hour> hrs|hs|h <part>?
      core HOUR = <hour> horas|hrs|h y|con? <min> minutos|min|m? <part>?
      core HOUR = <hour> <part> <andhalf>
      core HOUR = <hour> <part> y|con <fraction>|<min>
      core HOUR = <hour> en_punto <part>?
      core HOUR = <hour> y|con? <mins@min> minutos? <part>
      core HOUR = <hour> <andhalf> en_punto? <part>?
      core HOUR = <hour> y|con <fraction> <part>?
      core HOUR = <hour> ~. ~<min2> <part>
      core TO = <onhour> menos <fraction>|<min> minutos? <part>?
      core DIGITS = <clock> hs|h|hrs|horas|en_punto? <part>?
      core DIGITS = <clocks> hs|h|hrs|horas? <part>?
      core DIGITS = <hmm> <ampm@part>
      core FIXED = <noon>
      core PAST = <min> minutos|min|minuto? pasadas|pasados|despues <tothe>? <base>
      core PAST = <fraction> pasadas|pasados|despues|pasada <tothe>? <base>
      core TO = <min> minutos|min|minuto|m? para|antes_de <tothe> <base>
      core TO = <fraction> para|antes_de <tothe> <base>
      tothe SAME = <las>
      tothe SAME = de|a <las>
      las 0: la, las
      base SAME = <bare>
      base SAME = <core>
      time SAME = <core>
      timeanswer SAME = [a]? [<las>]? <bare>
      timeanswer HOUR = <hour> ~. ~<min2>
      timeanswer DIGITS = <hmm>
      time IN_PART = <core> ,? <part>
      time IN_PART = <part> ,|como|cerca_de|alrededor_de|tipo? a? <las>? <core>|<bare>
      time SAME = [a|para|sobre|desde|hasta|cerca_de|tipo] [<las>] <bare> [<end>]
      time SAME = [de|son|antes_de|tras|hacia] [<las>] <bare> [<end>]
      time HOUR = <hourd@hour> horas
      time HOUR = [las|la] <hour> ~. ~<min2> [<end>]
      time HOUR = [las] <hourd@hour> [<end>]
      time HOUR = [las|la] <hour> y <mins@min>
      time HOUR = [las|la] <hour> <andhalf>
      time HOUR = [las|la] <hour> y <fraction>
      time SAME = [es] [la] <bare> [<end>]
      """;

  private static final String POINTS =
      """
      about SAME = cerca_de|alrededor_de|a_eso_de|sobre|tipo|como|aproximadamente|hacia
      partday DAY_PART = <date> ,? <part>
      partday DAY_PART = el? <date> <dusk@part>|<night@part>
      partday DAY_PART = esta|de_esta <dawn@part>|<dusk@part>|<night@part>
      partday LAST_NIGHT = anoche|ayer_noche|ayer_a_la_noche|ayer_en_la_noche|ayer_por_la_noche
      datetime JOIN = <partday>|<date> ,|-|t|y|al? <about>? a? <las>? <time>
      datetime JOIN = <partday>|<date> ,|-? <about>? a? <las> <bare>
      datetime JOIN = <partday>|<date> ,|-? <about> <bare>
      datetime JOIN = <time> ,|-|de|del|el|en|para|en_el|para_el? <partday>|<date>
      datetime JOIN = [a] [<las>] <bare> ,|de|del|el? <partday>|<date>
      datetime JOIN = [a] [<las>] <bare> ,|de|del|el dia? <day> [<end>]
      datetime JOIN = [el|dia] <day> ,? <about>? a? <las>? <core>
      datetime JOIN = [el|dia] <day> ,? a <las> <bare>
      theend SAME = al_final|al_finalizar|al_terminar|al_fin|a_finales|fin|final|el_final
      datetime END_OF = <theend> de|del? el|dia|dia_de|el_dia_de? <date>
      datetime END_OF = <theend> del|el dia
      datetime NOW = ahora|ahora_mismo|en_este_momento|en_este_instante|ya_mismo|justo_ahora
      datetime SOON = lo_antes_posible|tan_pronto_como_sea_posible|lo_mas_pronto_posible
      datetime SOON = cuanto_antes|lo_mas_antes_posible
      datetime SOON = tan_pronto_sea_posible|tan_pronto_como_puedas|lo_mas_rapido_posible|asap
      datetime SOON = lo_mas_pronto_que_se_pueda|tan_pronto_como_posible|tan_pronto_como_pueda
      datetime TIME_AFTER = en|dentro_de|de_aqui_a|tras menos_de|unos? <duration>
      datetime TIME_AFTER = <duration> despues|mas_tarde|desde_ahora|a_partir_de_ahora
      datetime TIME_BEFORE = hace <duration>
      datetime TIME_BEFORE = <duration> atras|antes
      piece PIECE = <q> <andhalf>? -? <unit> <andhalf>?
      piece PIECE = todo|toda|entero|entera el|la|un|una? <unit>
      piece PIECE = otro|otra <unit>
      piece PIECE = un|una? <unit> entero|entera|completo|completa
      hm HOUR_MINUTE = <n> ~h ~<min2> min|m?
      datetime TIME_AFTER = en|dentro_de <hm>
      datetime TIME_BEFORE = hace <hm>
      duration SAME = [en|dentro_de|hace|durante|por] <hm>
      duration SUM = <piece>
      duration SUM = <piece> ,? y|con|mas? <duration>
      """;

  static final String SOURCE = NUMBERS + WORDS + DAYS + TIMES + POINTS;

  private Spanish() {}
}
