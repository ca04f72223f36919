package dev.dragoman.core.understand.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What French-speaking customers say on Friday, 20 November 2026, half past ten.
class FrenchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date     | le 3 mars                                   | 3 mars = 2027-03-03 or 2026-03-03
          date     | né le 12 juillet 1984                       | 12 juillet 1984 = 1984-07-12
          date     | après-demain                                | après-demain = 2026-11-22
          date     | vendredi prochain                           | vendredi prochain = 2026-11-27
          date     | le dernier vendredi du mois prochain        | dernier vendredi du mois prochain = 2026-12-25
          date     | il y a deux semaines                        | il y a deux semaines = 2026-11-06
          date     | aujourd’hui                                 | aujourd’hui = 2026-11-20
          date     | le mardi 25                                 |
          time     | à vingt heures trente                       | vingt heures trente = 20:30:00
          time     | huit heures moins dix                       | huit heures moins dix = 07:50:00
          time     | midi et demi                                | midi et demi = 12:30:00
          time     | une table pour quatre                       |
          time     | cet après-midi                              |
          time     | il y a deux heures                          |
          datetime | lundi 23 novembre 2026 à 15 heures          | lundi 23 novembre 2026 à 15 heures = 2026-11-23 15:00:00
          datetime | demain soir vers 20h                        | demain soir vers 20h = 2026-11-21 20:00:00
          datetime | hier soir à 21h30                           | hier soir à 21h30 = 2026-11-19 21:30:00
          datetime | il y a deux heures et demie                 | il y a deux heures et demie = 2026-11-20 08:00:00
          duration | quatre-vingt-dix minutes                    | quatre-vingt-dix minutes = 5400
          duration | une demi-heure                              | une demi-heure = 1800
          duration | un an et trois mois                         | un an et trois mois = 39312000
          """)
  void isRead(String type, String text, String expected) {
    String read = Said.onFriday("fr", text).read(type);
    assertThat(read).isEqualTo(expected == null ? "" : expected);
  }
}
