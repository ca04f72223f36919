package dev.dragoman.core.understand.time;

/// How Chinese says dates and times, in simplified characters as texts are compared. Days of the
/// lunar calendar are read by their numbers: month 8, day 15.
final class Chinese {
  private static final String WORDS =
      """
      han 0: 零, 〇, 一, 二, 两, 三, 四, 五, 六, 七, 八, 九, 十, 百, 千, 万
      few 3: 几, 数, 好几
      half 0: 半, 半个
      andhalf 0: 半
      month 1: 正月
      month 11: 冬月
      month 12: 腊月
      weekday 1: 星期一, 周一, 礼拜一
      weekday 2: 星期二, 周二, 礼拜二
      weekday 3: 星期三, 周三, 礼拜三
      weekday 4: 星期四, 周四, 礼拜四
      weekday 5: 星期五, 周五, 礼拜五
      weekday 6: 星期六, 周六, 礼拜六
      weekday 7: 星期日, 星期天, 周日, 周天, 礼拜日, 礼拜天
      shift 0: 这, 这个, 本, 今, 当, 这一, 本周的
      shift 1: 下, 下个, 下一, 下一个, 次
      shift 2: 下下, 下下个
      shift -1: 上, 上个, 上一, 上一个
      shift -2: 上上, 上上个
      yearshift 0: 今年, 本年, 这年
      yearshift 1: 明年, 下一年, 来年
      yearshift 2: 后年
      yearshift -1: 去年, 上一年
      yearshift -2: 前年
      rel 0: 今天, 今日, 今儿, 当天, 最近, 本日, 当日, 今个
      rel 1: 明天, 明日, 明儿, 次日, 第二天, 隔天, 翌日
      rel -1: 昨天, 昨日, 昨儿, 前一天, 上一天
      rel 2: 后天, 后日, 后儿
      rel -2: 前天, 前日, 前儿
      rel 3: 大后天
      rel -3: 大前天
      reldawn 0: 今
      reldawn 1: 明
      reldawn -1: 昨
      reldawn 0: 当
      unit YEAR: 年, 个年头
      unit MONTH: 个月
      unit WEEK: 周, 星期, 礼拜, 个星期, 个礼拜
      unit DAY: 天
      unit BUSINESS_DAY: 个工作日, 工作日
      unit HOUR: 小时, 钟头, 个小时, 个钟头, 个钟
      unit MINUTE: 分钟
      unit SECOND: 秒, 秒钟
      unit CENTURY: 个世纪, 世纪
      unit QUARTER_HOUR: 刻钟
      tailunit MINUTE: 分
      monthunit MONTH: 月
      sun DAY: 日
      ampm AM: am, a.m., a.m, a m
      ampm PM: pm, p.m., p.m, p m
      part AM: 早上, 上午, 凌晨, 清晨, 早晨, 早, 清早, 大清早, 一大早, 晨, 拂晓, 黎明
      part AM: 早间, 今晨
      part PM: 下午, 午后, 傍晚, 黄昏, 晚间
      part NIGHT: 晚上, 晚, 夜晚, 夜间, 夜
      part SMALL_HOURS: 半夜, 深夜, 夜里, 午夜, 大半夜, 三更半夜
      part LUNCH: 中午, 正午, 午间
      fraction 15: 一刻, 一刻钟
      fraction 30: 半, 两刻, 二刻
      fraction 45: 三刻, 三刻钟
      noon 720: 正午, 中午
      noon 0: 午夜, 子夜
      follow 0: 的
      thing 0: 块, 元, 个人
      """;

  private static final String DAYS =
      """
      yr SAME = <n> 年
      mo SAME = <mm> 月 份?
      mo SAME = <month>
      dd SAME = <day> 日|号
      dd SAME = 大年? 初 <day>
      dd SAME = 大年? <day>
      lunar SAME = 农历|阴历|旧历|公历|阳历
      date CALENDAR = <numdate>
      date CALENDAR = <slashpair> [<end>]
      date CALENDAR = <lunar>? <yr@year> 的? ,? <lunar>? <mo@month> 的? <dd@day> ,? <weekday>?
      date CALENDAR = <lunar>? <mo@month> 的? <dd@day> ,? <weekday>?
      date CALENDAR = <year> - <mo@month> <dd@day>
      date CALENDAR = <yearshift> 的? <mo@month> 的? <dd@day> ,? <weekday>?
      date CALENDAR = <weekday> ,? <mo@month> 的? <dd@day>
      date DAY_ONLY = <day> 日|号
      date WEEKDAY = <weekday>
      date WEEKDAY = <shift> 的? <weekday>
      date WEEKDAY = <shift> 周|星期|礼拜 的? <weekday>
      date WEEKDAY_DAY = <day> 日|号 ,? <weekday>
      date WEEKDAY_DAY = <weekday> ,? <day> 日|号
      date NTH_WEEKDAY = <mo@month> 的? 第 <n@place> 个? <weekday>
      date NTH_WEEKDAY = <yr@year> 的? <mo@month> 的? 第 <n@place> 个? <weekday>
      date NTH_WEEKDAY = <shift> 月 的? 第 <n@place> 个? <weekday>
      date NTH_WEEKDAY = 第 <n@place> 个? <weekday>
      date DAY_OF_MONTH = <shift> 月 的? <dd@day>
      date RELATIVE = <rel>
      date DAYS_AFTER = 再? 过? <duration> 后|之后|以后|过后
      date DAYS_AFTER = <shortday@duration> 后|之后|以后
      date DAYS_AFTER = <day0> 起|的? <duration> 后|之后|以后
      date DAYS_BEFORE = <duration> 前|之前|以前
      date DAYS_BEFORE = <shortday@duration> 前|之前|以前
      day0 RELATIVE = <rel>
      shortday PIECE = <q> <sun@unit>
      date WEEKDAYS_LATER = <n> 个 <weekday> 后|之后|以后
      """;

  private static final String TIMES =
      """
      about SAME = 大约|大概|约|差不多
      digits HOUR = <hourd@hour> 点|时
      digits HOUR_NOT_ONE = <hour> 点|时
      digits HOUR = <hour> 点|时 整|钟|正
      digits HOUR = <hour> 点|时 零|过|: <min> 分|钟?
      digits HOUR = <hour> 点|时|点钟? <min> 分
      digits HOUR = <hour> 点|时 <min>
      digits HOUR = <hour> 点|时 <min> 分 <min@sec> 秒
      digits HOUR = <hour> 点|时|点钟|点过 <fraction>
      digits TO = <bareclock> 差 <min> 分|分钟
      digits TO = 差 <min>|<fraction> 分|分钟? <bareclock>
      digits TO = <bareclock> 差 <fraction>
      digits DIGITS = <clock>
      digits DIGITS = <clocks>
      digits DIGITS = <clock> <ampm@part>
      digits DIGITS = <clocks> <ampm@part>
      digits HOUR = <hour> <ampm@part>
      bareclock HOUR = <hour> 点|时 钟?
      core SAME = <digits>
      core IN_PART = <part> 的? <digits>
      core IN_PART = <part> 的? <bareclock>
      core FIXED = <noon>
      time SAME = <about>? <core>
      timeanswer HOUR = <hour>
      timeanswer DIGITS = <hmm>
      dateanswer DAY_ONLY = <day>
      dateanswer CALENDAR = <dotpair>
      dateanswer DAY_OF_PART = <partday>
      """;

  private static final String POINTS =
      """
      partday DAY_PART = <reldawn@rel> <part>
      datetime JOIN = <date> 的|,|t? <about>? <core>
      datetime JOIN = <date> <part> 的? <about>? <digits>|<bareclock>
      datetime JOIN = <partday> 的|,? <about>? <digits>|<bareclock>
      durationstop SAME = <year> 年
      durationstop SAME = 第 <duration>
      durationstop SAME = 第 <n> 个 <weekday>
      datestop SAME = 一|每 周 一 次
      datetime END_OF = <date> 结束|结束时|结束的时候|末
      datetime END_OF = 一天结束时|一天结束的时候|今天结束前
      datetime NOW = 现在|此刻|目前|眼下|当前|这会儿
      datetime SOON = 尽快|尽早|越快越好|马上
      datetime TIME_AFTER = 再? 过? <duration> 后|之后|以后|过后
      datetime TIME_AFTER = 再? 过 <duration>
      datetime TIME_BEFORE = <duration> 前|之前|以前
      piece PIECE = <q> 来|多? <unit> <andhalf>? 多|余|左右?
      piece PIECE = <q> 个? <andhalf> <unit>
      piece PIECE = <q> 个 <andhalf> <monthunit@unit>
      piece PIECE = 整|全|整个|一整|整整一|一整个 <unit>
      tail PIECE = <q> <tailunit@unit>
      duration SUM = <piece>
      duration SUM = <piece> 又|零|和|加|,|余|多|加上? <duration>
      duration SUM = <piece> 又|零|和|加|,|余|多? <tail@duration>
      duration SUM = <piece> 又|零|和|加|,|余|多? <tailsum@duration>
      tailsum SUM = <tail@piece> 又|零|和|加|,|余|多? <duration>
      """;

  static final String SOURCE = WORDS + DAYS + TIMES + POINTS;

  private Chinese() {}
}
