package dev.dragoman.core.understand.time;

/// How English says dates and times.
final class English {
  private static final String WORDS =
      """
      num 0: zero
      num 1: one
      num 2: two
      num 3: three
      num 4: four
      num 5: five
      num 6: six
      num 7: seven
      num 8: eight
      num 9: nine
      num 10: ten
      num 11: eleven
      num 12: twelve
      num 13: thirteen
      num 14: fourteen
      num 15: fifteen
      num 16: sixteen
      num 17: seventeen
      num 18: eighteen
      num 19: nineteen
      num 20: twenty
      num 30: thirty
      num 40: forty, fourty
      num 50: fifty
      num 60: sixty
      num 70: seventy
      num 80: eighty
      num 90: ninety
      mult 100: hundred
      mult 1000: thousand
      numjoin 0: -, and
      article 1: a, an
      few 2: couple, couple of, a couple, a couple of
      few 3: few, a few, several
      half 0: half, half a, half an, a half
      andhalf 0: and a half, and half, and an half
      ord 1: first
      ord 2: second
      ord 3: third
      ord 4: fourth
      ord 5: fifth
      ord 6: sixth
      ord 7: seventh
      ord 8: eighth
      ord 9: ninth
      ord 10: tenth
      ord 11: eleventh
      ord 12: twelfth
      ord 13: thirteenth
      ord 14: fourteenth
      ord 15: fifteenth
      ord 16: sixteenth
      ord 17: seventeenth
      ord 18: eighteenth
      ord 19: nineteenth
      ord 20: twentieth
      ord 30: thirtieth
      suffix 0: st, nd, rd, th
      lastplace -1: last
      month 1: january, jan
      month 2: february, feb, febr
      month 3: march, mar
      month 4: april, apr
      month 5: may
      month 6: june, jun
      month 7: july, jul
      month 8: august, aug
      month 9: september, sept, sep
      month 10: october, oct
      month 11: november, nov
      month 12: december, dec
      weekday 1: monday, mondays, mon
      weekday 2: tuesday, tuesdays, tues, tue
      weekday 3: wednesday, wednesdays, weds, wed
      weekday 4: thursday, thursdays, thurs, thur, thu
      weekday 5: friday, fridays, fri
      weekday 6: saturday, saturdays, sat
      weekday 7: sunday, sundays, sun
      dayname 1: monday, mon
      dayname 2: tuesday, tues, tue
      dayname 3: wednesday, weds
      dayname 4: thursday, thurs, thur
      dayname 5: friday, fri
      dayname 6: saturday
      dayname 7: sunday
      shift 0: this, current, this current
      shift 1: next, following, upcoming, coming, this coming, this upcoming
      shift 2: week after next
      shift -1: last, previous, past, this past
      afternext 2: after next
      yearshift 0: this year, this
      yearshift 1: next year
      yearshift -1: last year
      rel 0: today, this day, current day
      rel 1: tomorrow, tomorow, tommorow, tommorrow, tmrw, tmr, next day, the next day
      rel 1: the following day, day after, the day after
      rel -1: yesterday, last day, the last day, previous day, the previous day
      rel -1: the day before
      rel 2: day after tomorrow, the day after tomorrow, the day after tmr, the day after tmrw
      rel -2: day before yesterday, the day before yesterday
      unit YEAR: year, years, yr, yrs
      unit MONTH: month, months
      unit WEEK: week, weeks, wk, wks
      unit DAY: day, days
      unit BUSINESS_DAY: business day, business days, work day, work days, working day
      unit BUSINESS_DAY: working days, workday, workdays, weekday, weekdays
      unit HOUR: hour, hours, hr, hrs, h
      unit MINUTE: minute, minutes, min, mins
      unit SECOND: second, seconds, sec, secs
      unit DECADE: decade, decades
      unit CENTURY: century, centuries
      unit FORTNIGHT: fortnight, fortnights
      unit QUARTER_HOUR: quarter of an hour, quarters of an hour, quarter hour
      ampm AM: am, a.m., a.m, a m
      ampm PM: pm, p.m., p.m, p m
      part AM: am, a.m., a.m, a m, morning, in the morning, early morning, in the early morning
      part AM: in the early hours
      part PM: pm, p.m., p.m, p m, afternoon, in the afternoon, evening, in the evening, noon
      part PM: this afternoon, early evening, in the early evening, late afternoon
      part NIGHT: night, at night, in the night, late night
      part LUNCH: lunchtime, at lunchtime, lunch time, at lunch, in lunch time
      part MIDNIGHT: midnight, at midnight
      tonight NIGHT: tonight
      fraction 15: quarter, a quarter
      fraction 30: half, half an hour
      fraction 45: three quarters, three quarter
      noon 720: noon, noonish, midday, mid day, mid-day, noon time, noontime, high noon
      noon 0: midnight, mid night, mid-night
      noon 600: midmorning, mid morning, mid-morning
      noon 840: midafternoon, mid afternoon, mid-afternoon
      follow 0: on, at, in, for, with, to, and, or, please, if, when, but, because, so, then, the
      follow 0: is, was, would, will, thanks, instead, works, until, till, as, by, from, sharp, too
      thing 0: of us, of you, of them, percent, dollars, euros, people, persons, times, degrees
      """;

  private static final String DAYS =
      """
      wd SAME = <weekday> .? ,? on? the?
      yr SAME = ,|of|in? <year>
      yr SAME = ,? ' ~<year2>
      yr SAME = -|/ <year2>
      date CALENDAR = <wd>? <numdate>
      date CALENDAR = <wd>? <slashpair>
      date CALENDAR = [on|in|by|since|until|till|from|the|before|after] <dotpair>
      date CALENDAR = <wd>? <month> .? -|/|the|,? <day> -|/? <yr@year>
      date CALENDAR = <wd>? <month> .? -|/|the|,? <day>
      date CALENDAR = <wd>? <day> .? -|/|of|day_of|in|,? <month> .? -|/? <yr@year>
      date CALENDAR = <wd>? <day> .? -|/|of|day_of? <month>
      date CALENDAR = <day> of? <month> of? <yearshift>
      date CALENDAR = <month> <day> of? <yearshift>
      date CALENDAR = <year> -|/|.|,? <month> -|/|.|,? <day>
      date DAY_ONLY = [on|for|by|until|till|since|from|before|after] the <day> [<end>]
      date DAY_ONLY = [on] <day> [<end>]
      date DAY_ONLY = the? <n@day> ~st|nd|rd|th [<end>]
      date WEEKDAY = <dayname@weekday>
      date WEEKDAY = [on] <weekday>
      date WEEKDAY = the? <shift> <weekday>
      date WEEKDAY = <shift> week 's|on? <weekday>
      date WEEKDAY = on? <weekday> ,|of|in? the? <shift> week
      date WEEKDAY = the? <weekday> <afternext@shift>
      date WEEKDAY = <weekday> <shift>
      date WEEKDAY_DAY = <weekday> ,? the <day>
      date WEEKDAY_DAY = <weekday> ,? the? <ord@day>
      date WEEKDAY_DAY = <weekday> <day> [<end>]
      date NTH_WEEKDAY = the? <ord@place>|<lastplace@place> <weekday> in|of|on <month> <yr@year>?
      date NTH_WEEKDAY = the? <ord@place>|<lastplace@place> <weekday> in|of|on? the? <shift> month
      date NTH_WEEKDAY = <ord@place> <weekday>
      date DAY_OF_MONTH = <day> of|in|,? the? <shift> month
      date DAY_OF_MONTH = <shift> month on? the? <day>
      date RELATIVE = <rel>
      dateanswer DAY_ONLY = the? <day>
      dateanswer CALENDAR = <dotpair>
      dateanswer WEEKDAY = <weekday>
      dateanswer DAY_OF_PART = <partday>
      date RELATIVE = the_day|my_day [<end>]
      date DAYS_AFTER = in less_than|about|around? <duration>
      date DAYS_AFTER = <duration> later|from_now|hence|from_today|after_today|after_now
      date DAYS_AFTER = <duration> after|from <date>
      date DAYS_AFTER = the? day_after <date>
      date DAYS_BEFORE = the? day_before <date>
      date DAYS_BEFORE = <duration> ago|earlier|before_today|before_now|back
      date DAYS_BEFORE = <duration> before|prior_to <date>
      date WEEKDAYS_LATER = <n> <weekday> later|from_now|from_today|from_tomorrow|after
      date WEEKDAYS_AGO = <n> <weekday> ago|back|before|earlier
      """;

  private static final String TIMES =
      """
      bare HOUR = <hour>
      bare HOUR = <hour> <mins@min>
      core HOUR = <hour> <part>
      core HOUR = <hour> o'clock|oclock|o_clock <part>?
      core HOUR = <hour> <mins@min> <part>
      core HOUR = <hour> oh|o <min>
      core HOUR = <hour> ~. ~<min2> <part>
      core HOUR = <hour> h|hours|hrs <min2> <part>?
      core HOUR = <hour> -? ish <part>?
      core DIGITS = <clock> ish|-_ish? <part>?
      core DIGITS = <clocks> <part>?
      core DIGITS = <hmm> <ampm@part>
      core FIXED = <noon>
      core PAST = <fraction> -? past|after <base>
      core PAST = <min> minutes|minute|mins|min? past|after <base>
      core TO = <fraction> to|before|till|til <base>
      core TO = <min> minutes|minute|mins|min to|before|till|til <base>
      core TO = [at|it's|around|by|until|about] <min> to <base>
      base SAME = <bare>
      base SAME = <core>
      time SAME = <core>
      timeanswer SAME = <bare>
      timeanswer HOUR = <hour> ~. ~<min2>
      timeanswer HOUR = <hour> hrs|hr|h
      timeanswer DIGITS = <hmm>
      time IN_PART = <core> ,? <part>
      time IN_PART = <part> ,? at|around|about? <core>|<bare>
      time SAME = [at|around|by|about|before|after|until|till|since|approximately] <bare> [<end>]
      time HOUR = [at|around|by|about|until|till|for] <hour> ~. ~<min2> [<end>]
      time HOUR = [for|at] <hour> <mins@min> [<end>]
      timestop SAME = <n> by <n>
      timestop SAME = divided|multiplied|divide|multiply|divisible|multiplied_it by <n>
      """;

  private static final String POINTS =
      """
      partday DAY_PART = <date> ,? <part>
      partday DAY_PART = <part> of|on? <date>
      partday DAY_PART = this <part>
      partday DAY_PART = <tonight@part>
      partday LAST_NIGHT = last_night|yesterday_night|last_evening
      datetime JOIN = <date> ,|-|t|and? at|around|about|by|for|before|after? <time>
      datetime JOIN = <date> ,|-? at|around|about|by <bare>
      datetime JOIN = <partday> ,|-? at|around|about|by|for? <time>|<bare>
      datetime JOIN = <time> ,|-|on|of|in|for? <partday>|<date>
      datetime JOIN = [at|around|by|about|for] <bare> ,|on|of? <partday>|<date>
      datetime JOIN = <bare> <partday>
      datetime JOIN = [on] the? <day> ,|at|around? <core>
      datetime JOIN = <wd>? <month> <day> ,? <time> ,? <year>
      datetime END_OF = the? end_of <date>
      datetime END_OF = the? eod|end_of_day|end_of_the_day|end_of_my_day
      datetime NOW = now|right_now|at_the_moment|at_this_moment|at_present|at_this_minute
      datetime SOON = as_soon_as_possible|asap|as_soon_as_you_can
      datetime TIME_AFTER = in less_than|about|around|more_than? <duration>
      datetime TIME_AFTER = <duration> later|from_now|hence|after_now
      hm HOUR_MINUTE = <n> ~h ~<min2> min|m?
      datetime TIME_AFTER = in <hm>
      duration SAME = [in|for] <hm>
      timestop SAME = in <hm>
      datetime TIME_BEFORE = <duration> ago|earlier|before_now|back
      piece PIECE = <q> <andhalf>? -? <unit> <andhalf>?
      piece PIECE = all|full|whole|another|entire -|the|of_the? <unit>
      duration SUM = <piece>
      duration SUM = <piece> ,? and|plus? <duration>
      """;

  static final String SOURCE = WORDS + DAYS + TIMES + POINTS;

  private English() {}
}
