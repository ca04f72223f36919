package dev.dragoman.core.understand.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What English-speaking customers say on Friday, 20 November 2026, half past ten.
class EnglishTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date     | I'd like a table on march 3rd               | march 3rd = 2027-03-03 or 2026-03-03
          date     | born on 12 July 1984                        | 12 July 1984 = 1984-07-12
          date     | 12/24/2026 or 24/12/2026                    | 12/24/2026 = 2026-12-24; 24/12/2026 = 2026-12-24
          date     | a week from monday                          | a week from monday = 2026-11-30
          date     | the day after next Monday                   | the day after next Monday = 2026-11-24
          date     | next Friday please                          | next Friday = 2026-11-27
          date     | the third Thursday of November              | the third Thursday of November = 2027-11-18 or 2026-11-19
          date     | the last friday of next month               | the last friday of next month = 2026-12-25
          date     | on the 5th of next month                    | 5th of next month = 2026-12-05
          date     | two weeks ago                               | two weeks ago = 2026-11-06
          date     | in 3 business days                          | in 3 business days = 2026-11-25
          date     | May 4th next year                           | May 4th next year = 2027-05-04
          date     | wednesday the 25th                          | wednesday the 25th = 2026-11-25
          date     | tuesday the 25th                            |
          date     | February 30th                               |
          date     | I may come, I sat in the sun                |
          date     | 24/7 support                                |
          date     | version 1.2.3 on 192.168.1.1, call 555-123-4567 |
          date     | build 10.12.2025.3, part x21/04/2026, 5/5/2026/7 |
          time     | room7pm, 12:30:99, $7 pm                    |
          time     | half past eight pm                          | half past eight pm = 20:30:00
          time     | quarter to six in the morning               | quarter to six in the morning = 05:45:00
          time     | at 7 with 3 friends                         | 7 = 07:00:00
          time     | at 7 euros                                  |
          time     | noon or midnight                            | noon = 12:00:00; midnight = 00:00:00
          time     | 12 am                                       | 12 am = 00:00:00
          time     | 25:00                                       |
          time     | at 10.30                                    | 10.30 = 10:30:00
          datetime | tomorrow night at 9                         | tomorrow night at 9 = 2026-11-21 21:00:00
          datetime | 10:30am on Monday                           | 10:30am on Monday = 2026-11-23 10:30:00 or 2026-11-16 10:30:00
          datetime | Dec 24th, 2027 at 18:00                     | Dec 24th, 2027 at 18:00 = 2027-12-24 18:00:00
          datetime | two and a half hours ago                    | two and a half hours ago = 2026-11-20 08:00:00
          datetime | as soon as possible                         | as soon as possible = 2026-11-20 10:30:00
          datetime | 30 february at 8:00                         |
          duration | two hours and 20 minutes                    | two hours and 20 minutes = 8400
          duration | a year and a half                           | a year and a half = 47304000
          duration | three quarters of an hour                   | three quarters of an hour = 2700
          duration | a day and a day                             | a day = 86400; a day = 86400
          """)
  void isRead(String type, String text, String expected) {
    String read = Said.onFriday("en", text).read(type);
    assertThat(read).isEqualTo(expected == null ? "" : expected);
  }
}
