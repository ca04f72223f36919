package dev.dragoman.core.understand.entity.words;

/// Chinese numerals: everyday and financial forms, simplified and traditional.
public final class ChineseWords {
  private ChineseWords() {}

  /// Role by role; see the lexicon that reads it. Tens, hundreds and thousands are counted by the
  /// digit before them; a `~` marks what is a name or a verb when it stands alone.
  public static final String NUMBERS =
      """
      unit: 零=0 〇=0 一=1 壹=1 二=2 贰=2 貳=2 两=2 兩=2 三=3 叁=3 參=3 ~参=3 四=4 ~肆=4 五=5
      unit: ~伍=5 六=6 ~陆=6 ~陸=6 七=7 柒=7 八=8 捌=8 九=9 玖=9
      hundred: 十=10 ~拾=10 ~百=100 ~佰=100 ~千=1000 ~仟=1000
      scale: ~万=1e4 ~萬=1e4 ~亿=1e8 ~億=1e8 ~兆=1e12
      dozen: ~打=12
      suffix: ~k=1e3 ~m=1e6 ~b=1e9 ~g=1e9 ~t=1e12
      part: ~半=2
      and: 又
      point: 点 點
      negative: 负 負
      """;

  /// Words that begin or end with a numeral and count nothing.
  public static final String NOT_NUMBERS =
      """
      四川 四处 四處 四周 四面八方 四肢 三明治 三星 五官 五金 六合 七夕 九州 十字 十分 百分 千万别 一起 一样
      一樣 一定 一直 一般 一旦 一切 一向 一致 一贯 一律 一边 一邊 一些 一共 万一 萬一 统一 統一 唯一 周一
      周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四 星期五 星期六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五
      礼拜六 週一 週二 週三 週四 週五 週六
      """;
}
