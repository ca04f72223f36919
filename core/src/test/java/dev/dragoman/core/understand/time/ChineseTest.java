package dev.dragoman.core.understand.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Chinese-speaking customers say on Friday, 20 November 2026, half past ten.
class ChineseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date     | 我1984年7月12日出生                         | 1984年7月12日 = 1984-07-12
          date     | 下周五                                      | 下周五 = 2026-11-27
          date     | 下個月5號                                   | 下個月5號 = 2026-12-05
          date     | 三天后                                      | 三天后 = 2026-11-23
          date     | 十二月的第一个星期一                        | 十二月的第一个星期一 = 2026-12-07 or 2025-12-01
          date     | 二〇二六年三月五号                          | 二〇二六年三月五号 = 2026-03-05
          date     | 一周一次                                    |
          date     | 2月30日                                     |
          time     | 下午三点半                                  | 下午三点半 = 15:30:00
          time     | 八点差十分                                  | 八点差十分 = 07:50:00
          time     | 请快一点                                    |
          datetime | 明天晚上七点半                              | 明天晚上七点半 = 2026-11-21 19:30:00
          datetime | 11月25号晚上8点                             | 11月25号晚上8点 = 2026-11-25 20:00:00 or 2025-11-25 20:00:00
          datetime | 两个半小时前                                | 两个半小时前 = 2026-11-20 08:00:00
          duration | 一年三个月                                  | 一年三个月 = 39312000
          duration | 2小时30分                                   | 2小时30分 = 9000
          duration | 第三天                                      |
          duration | 2026年                                      |
          """)
  void isRead(String type, String text, String expected) {
    String read = Said.onFriday("zh", text).read(type);
    assertThat(read).isEqualTo(expected == null ? "" : expected);
  }
}
