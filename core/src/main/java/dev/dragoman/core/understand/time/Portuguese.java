package dev.dragoman.core.understand.time;

/// How Portuguese says dates and times, written without accents as texts are compared.
final class Portuguese {
  private static final String NUMBERS =
      """
      num 0: zero
      num 1: um, uma
      num 2: dois, duas
      num 3: tres
      num 4: quatro
      num 5: cinco
      num 6: seis, meia duzia
      num 7: sete
      num 8: oito
      num 9: nove
      num 10: dez
      num 11: onze
      num 12: doze
      num 13: treze
      num 14: quatorze, catorze
      num 15: quinze
      num 16: dezesseis, dezasseis
      num 17: dezessete, dezassete
      num 18: dezoito
      num 19: dezenove, dezanove
      num 20: vinte
      num 30: trinta
      num 40: quarenta
      num 50: cinquenta
      num 60: sessenta
      num 70: setenta
      num 80: oitenta
      num 90: noventa
      num 100: cem, cento
      num 200: duzentos, duzentas
      num 300: trezentos, trezentas
      num 400: quatrocentos, quatrocentas
      num 500: quinhentos, quinhentas
      num 600: seiscentos, seiscentas
      num 700: setecentos, setecentas
      num 800: oitocentos, oitocentas
      num 900: novecentos, novecentas
      mult 1000: mil
      numjoin 0: e
      few 2: um par de
      few 3: alguns, algumas, varios, varias, uns, umas, poucos, poucas, uns poucos
      half 0: meio, meia
      andhalf 0: e meia, e meio
      ord 1: primeiro, primeira
      ord 2: segundo, segunda
      ord 3: terceiro, terceira
      ord 4: quarto, quarta
      ord 5: quinto, quinta
      ord 6: sexto, sexta
      ord 7: setimo, setima
      ord 8: oitavo, oitava
      ord 9: nono, nona
      ord 10: decimo, decima
      ord 20: vigesimo, vigesima
      ord 30: trigesimo, trigesima
      suffix 0: o, a, .o, .a, °, ro, er
      lastplace -1: ultimo, ultima
      """;

  private static final String WORDS =
      """
      month 1: janeiro, jan
      month 2: fevereiro, fev
      month 3: marco, mar
      month 4: abril, abr
      month 5: maio, mai
      month 6: junho, jun
      month 7: julho, jul
      month 8: agosto, ago
      month 9: setembro, set
      month 10: outubro, out
      month 11: novembro, nov
      month 12: dezembro, dez
      weekday 1: segunda-feira, segunda feira, segunda, segundas, 2a feira, 2a-feira, seg
      weekday 2: terca-feira, terca feira, terca, tercas, 3a feira, 3a-feira, ter
      weekday 3: quarta-feira, quarta feira, quarta, quartas, 4a feira, 4a-feira, qua
      weekday 4: quinta-feira, quinta feira, quinta, quintas, 5a feira, 5a-feira, qui
      weekday 5: sexta-feira, sexta feira, sexta, sextas, 6a feira, 6a-feira, sex
      weekday 6: sabado, sabados, sab
      weekday 7: domingo, domingos, dom
      feira 1: segunda
      feira 3: quarta
      feira 4: quinta
      feira 5: sexta
      dayname 1: segunda-feira, segunda feira
      dayname 2: terca-feira, terca feira, terca
      dayname 3: quarta-feira, quarta feira
      dayname 4: quinta-feira, quinta feira
      dayname 5: sexta-feira, sexta feira
      dayname 6: sabado
      dayname 7: domingo
      shift 0: este, esta, neste, nesta, deste, desta, atual, corrente, essa, esse, nessa, nesse
      shift 0: dessa, desse
      shift 1: proximo, proxima, seguinte, que vem, que entra, vindouro
      shift -1: passado, passada, ultimo, ultima, anterior, retrasado
      yearshift 0: este ano, deste ano, neste ano
      yearshift 1: proximo ano, do proximo ano, ano que vem, do ano que vem
      yearshift -1: ano passado, do ano passado
      rel 0: hoje, dia de hoje, este dia, neste dia
      rel 1: amanha, dia seguinte, o dia seguinte, proximo dia, o proximo dia, dia de amanha
      rel -1: ontem, ultimo dia, dia anterior, o dia anterior, dia de ontem
      rel 2: depois de amanha, dia depois de amanha, o dia depois de amanha
      rel -2: anteontem, antes de ontem, dia antes de ontem, o dia antes de ontem
      unit YEAR: ano, anos
      unit MONTH: mes, meses
      unit WEEK: semana, semanas
      unit DAY: dia, dias
      unit BUSINESS_DAY: dia util, dias uteis, dia de trabalho, dias de trabalho
      unit HOUR: hora, horas, h, hr, hrs, hs
      unit MINUTE: minuto, minutos, min, mins
      unit SECOND: segundo, segundos, seg, segs
      unit DECADE: decada, decadas
      unit CENTURY: seculo, seculos
      unit FORTNIGHT: quinzena, quinzenas
      unit QUARTER_HOUR: quarto de hora, quartos de hora
      ampm AM: am, a.m., a.m, a m
      ampm PM: pm, p.m., p.m, p m
      part AM: am, a.m., a.m, a m, da manha, de manha, pela manha, na manha, da madrugada
      part AM: de madrugada, na madrugada, pela madrugada
      part PM: pm, p.m., p.m, p m, da tarde, a tarde, de tarde, pela tarde, na tarde
      part NIGHT: da noite, de noite, a noite, pela noite, na noite
      dawn AM: manha, madrugada
      dusk PM: tarde
      night NIGHT: noite
      fraction 15: um quarto, quarto
      fraction 30: meia
      fraction 45: tres quartos
      noon 720: meio dia, meio-dia, meiodia
      noon 0: meia noite, meia-noite
      noon 600: meio da manha, meia manha
      noon 840: meio da tarde, meia tarde
      follow 0: em, com, para, de, do, da, por, e, ou, se, quando, mas, porque, entao, o, a, os, as
      follow 0: obrigado, obrigada, ao, ate, que, na, no, nao, como, sem, esta, estara, seria
      thing 0: euros, reais, dolares, pessoas, vezes, graus
      """;

  private static final String DAYS =
      """
      wd SAME = <weekday> .? ,? o|dia|no_dia|em|o_dia?
      yr SAME = ,|de|do|do_ano|do_ano_de|em? <year>
      yr SAME = de|,? ' ~<year2>
      yr SAME = -|/ <year2>
      date CALENDAR = <wd>? <numdate>
      date CALENDAR = <wd>? <slashpair>
      date CALENDAR = [em|no|dia|o|do|ao|ate|para] <dotpair>
      date CALENDAR = <dotpair> [as]
      date CALENDAR = <wd>? <day> -|/|de|do|.|do_mes_de|,? <month> .? ,? -|/? <yr@year>
      date CALENDAR = <wd>? <day> -|/|de|do|.|do_mes_de? <month>
      date CALENDAR = <wd>? <month> .? -|/|dia|,? <day> <yr@year>?
      date CALENDAR = <day> de? <month> <yearshift>
      date CALENDAR = <year> -|/|.|,? <month> -|/|.|,? <day>
      date CALENDAR = dia? <day> do <mm> <yr@year>?
      date DAY_ONLY = dia <day> [<end>]
      date DAY_ONLY = [no|em|ao|o|do] <day> [<end>]
      date WEEKDAY = <dayname@weekday>
      date WEEKDAY = [na|no|a|o|da|do|de|ate|para] <weekday> [<end>]
      date WEEKDAY = <feira@weekday> [de_manha|a_tarde|de_tarde|a_noite|de_noite|as|ao|pela]
      date WEEKDAY = <shift> <weekday>
      date WEEKDAY = <weekday> <shift>
      date WEEKDAY = <weekday> ,|da|na|de|em? <shift> semana
      date WEEKDAY = <weekday> ,|da|na|de|em? semana <shift>
      date WEEKDAY = semana <shift> na|no? <weekday>
      date WEEKDAY_DAY = <weekday> ,? dia|o|no_dia? <day> [<end>]
      date WEEKDAY_DAY = dia? <day> ,? <dayname@weekday>
      date WEEKDAY_DAY = <shift> <weekday> ,? dia? <day> [<end>]
      nth SAME = <ord>|<lastplace>
      date NTH_WEEKDAY = na|no? <nth@place> <weekday> de|do|da|em <month> <yr@year>?
      date NTH_WEEKDAY = na|no? <nth@place> <weekday> de|do|da|no? <shift> mes
      date NTH_WEEKDAY = na|no? <nth@place> <weekday> de|do|da|no? mes <shift>
      date NTH_WEEKDAY = <ord@place> <weekday>
      date DAY_OF_MONTH = dia? <day> de|do|no? <shift> mes
      date DAY_OF_MONTH = dia? <day> de|do|no? mes <shift>
      date RELATIVE = <rel>
      dateanswer DAY_ONLY = [no|o|dia|no_dia|o_dia]? <day>
      dateanswer CALENDAR = [no|o|dia|no_dia|o_dia]? <dotpair>
      dateanswer WEEKDAY = <weekday>
      dateanswer DAY_OF_PART = <partday>
      timestop SAME = ha|faz|em|durante|dentro_de|daqui_a|por|cada|a_cada <duration>
      durationstop SAME = <noon>
      durationstop SAME = as|a <hour> horas|hora|hs|hrs|h
      durationstop SAME = <clock> horas|hs|hrs|h
      date RELATIVE = meu_dia [<end>]
      timestop SAME = em|ha|faz|dentro_de|daqui_a|durante|por <hm>
      date DAYS_AFTER = em|dentro_de|daqui_a|daqui|apos menos_de|uns? <duration>
      date DAYS_AFTER = <duration> depois|mais_tarde|a_partir_de_hoje|a_partir_de_agora|desde_hoje
      date DAYS_AFTER = <duration> depois_de|depois_do|a_partir_de|apos o? <date>
      date DAYS_BEFORE = ha|faz <duration> atras?
      date DAYS_BEFORE = <duration> atras|antes
      date DAYS_BEFORE = <duration> antes_de|antes_do o? <date>
      date WEEKDAYS_LATER = <n> <weekday> depois|a_partir_de_hoje|mais_tarde
      date WEEKDAYS_AGO = ha|faz <n> <weekday>
      date WEEKDAYS_AGO = <n> <weekday> atras
      """;

  private static final String TIMES =
      """
      as 0: as, a
      bare HOUR = <hour>
      bare HOUR = <hour> e? <mins@min> minutos|min?
      bare HOUR = <hour> <andhalf>
      bare HOUR = <hour> e <fraction>
      bare TO = <anhour> menos <fraction>|<min> minutos?
      anhour HOUR = <hour>
      onhour HOUR = <hour> horas|h? <part>?
      core HOUR = <hour> <part>
      core HOUR = <hour> horas|hora <part>
      core HOUR = [as|sao] <hour> horas|hora
      core HOUR = <hour> hrs|hs|h <part>?
      core HOUR = <hour> horas|hora|hrs|hs|h e|:? <min> minutos|min|m? <part>?
      core HOUR = <hour> horas|hora|hrs|hs|h|: <min> minutos|min|m|: e? <min@sec> segundos|seg|s?
      core HOUR = <hour> horas|hora|hrs|h? <part>? <andhalf> em_ponto? <part>?
      core HOUR = <hour> horas|hora|hrs|h? <part>? e <fraction> <part>?
      core HOUR = <hour> <part> e <mins@min>
      core HOUR = <hour> horas|hora? em_ponto <part>?
      core HOUR = <hour> e? <mins@min> minutos? <part>
      core HOUR = <hour> e <mins@min> em_ponto
      core HOUR = <hour> ~. ~<min2> <part>
      core TO = <onhour> menos um? <fraction>|<min> minutos? <part>?
      core DIGITS = <clock> h|hs|hrs|horas|em_ponto? <part>?
      core DIGITS = <clocks> h|hs|hrs|horas? <part>?
      core DIGITS = <hmm> <ampm@part>
      core FIXED = <noon>
      core PAST = <noonclock> e <fraction>|<min>
      noonclock FIXED = <noon>
      core PAST = <min> minutos|min|minuto? depois|passadas|passados das|da|de <base>
      core PAST = <fraction> depois|passadas|passado das|da|de <base>
      core TO = <min> minutos|min|minuto|m? para|antes_de <as> <base>
      core TO = <fraction> para|antes_de <as> <base>
      core TO = <fraction>|<min> minutos|min? para <base>
      core TO = <min> minutos|min? antes_das|antes_da <base>
      base SAME = <bare>
      base SAME = <core>
      time SAME = <core>
      timeanswer SAME = [<as>]? <bare>
      timeanswer HOUR = <hour> ~. ~<min2>
      timeanswer DIGITS = <hmm>
      time IN_PART = <core> ,? <part>
      time IN_PART = <part> ,|por_volta_das|cerca_das|la_pelas? <as>? <core>|<bare>
      time SAME = [as|pelas|das|ate_as|sao|para_as|por_volta_das|cerca_das|pelas] <bare> [<end>]
      time HOUR = <hourd@hour> horas
      time HOUR = [as] <hour> ~. ~<min2> [<end>]
      time SAME = [a|e] [uma] <bare> [<end>]
      """;

  private static final String POINTS =
      """
      about SAME = cerca_das|cerca_de|por_volta_das|por_volta_de|pelas|la_pelas|perto_das|tipo
      partday DAY_PART = <date> ,? <part>
      partday DAY_PART = <date> <dawn@part>|<dusk@part>|<night@part>
      partday DAY_PART = esta|nesta|desta|hoje_a <dawn@part>|<dusk@part>|<night@part>
      partday LAST_NIGHT = ontem_a_noite|ontem_de_noite|noite_passada|a_noite_passada|ontem_noite
      datetime JOIN = <partday>|<date> ,|-|t|e|ao? <about>? <as>? <time>
      datetime JOIN = <partday>|<date> ,|-? <about>? <as> <bare>
      datetime JOIN = <partday>|<date> ,|-? <about> <bare>
      datetime JOIN = <time> ,|-|de|do|da|no|na|em|para? <partday>|<date>
      datetime JOIN = [as] <bare> ,|de|do|da|no|na|em? <partday>|<date>
      datetime JOIN = [em|no|ao] <day> ,? <about>? <as>? <core>
      datetime JOIN = dia <day> ,? <about>? <as>? <core>
      datetime JOIN = dia <day> ,? <as> <bare>
      datetime JOIN = [o|no|em] <day> <as> <bare>
      theend SAME = ao_final|no_final|final|fim|no_fim|ao_fim|ao_finalizar|o_final|o_fim
      datetime END_OF = <theend> de|do|da|o? dia_de|o|dia? <date>
      datetime END_OF = <theend> do|o|de dia
      datetime NOW = agora|agora_mesmo|neste_momento|nesse_momento|neste_instante|no_momento
      datetime NOW = neste_exato_momento|imediatamente
      datetime SOON = assim_que_possivel|o_mais_rapido_possivel|o_quanto_antes|o_mais_cedo_possivel
      datetime SOON = tao_cedo_quanto_possivel|tao_cedo_quanto_possamos|o_mais_breve_possivel|asap
      datetime SOON = assim_que_puder|logo_que_possivel|tao_cedo_quanto_possa|quanto_antes
      datetime SOON = o_mais_rapido_que_puder|tao_rapido_quanto_possivel|tao_logo_seja_possivel
      datetime TIME_AFTER = em|dentro_de|daqui_a|daqui|apos menos_de|uns? <duration>
      datetime TIME_AFTER = <duration> depois|mais_tarde|a_partir_de_agora
      datetime TIME_BEFORE = ha|faz <duration> atras?
      datetime TIME_BEFORE = <duration> atras|antes
      piece PIECE = <q> <andhalf>? -? <unit> <andhalf>?
      piece PIECE = todo|toda|inteiro|inteira o|a|um|uma? <unit>
      piece PIECE = outro|outra|mais_um|mais_uma <unit>
      piece PIECE = <unit> inteiro|inteira|completo|completa|todo|toda
      hm HOUR_MINUTE = <n> ~h ~<min2> min|m?
      datetime TIME_AFTER = em|dentro_de|daqui_a <hm>
      datetime TIME_BEFORE = ha|faz <hm>
      duration SAME = [em|ha|faz|dentro_de|daqui_a|durante|por] <hm>
      duration SUM = <piece>
      duration SUM = <piece> ,? e|mais? <duration>
      """;

  static final String SOURCE = NUMBERS + WORDS + DAYS + TIMES + POINTS;

  private Portuguese() {}
}
