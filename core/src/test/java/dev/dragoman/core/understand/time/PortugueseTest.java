package dev.dragoman.core.understand.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Portuguese-speaking customers say on Friday, 20 November 2026, half past ten.
class PortugueseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date     | no dia 3 de março                           | 3 de março = 2027-03-03 or 2026-03-03
          date     | depois de amanhã                            | depois de amanhã = 2026-11-22
          date     | sexta que vem                               | sexta que vem = 2026-11-27
          date     | a última sexta do próximo mês               | última sexta do próximo mês = 2026-12-25
          date     | daqui a três semanas                        | daqui a três semanas = 2026-12-11
          date     | três dias atrás                             | três dias atrás = 2026-11-17
          date     | é a segunda vez que peço                    |
          time     | às oito e meia da noite                     | oito e meia da noite = 20:30:00
          time     | dez para as três                            | dez para as três = 02:50:00
          time     | às 18h30                                    | 18h30 = 18:30:00
          time     | de 3 a 5 de maio                            |
          time     | há duas horas                               |
          datetime | amanhã ao meio-dia                          | amanhã ao meio-dia = 2026-11-21 12:00:00
          datetime | segunda de manhã às 10                      | segunda de manhã às 10 = 2026-11-23 10:00:00 or 2026-11-16 10:00:00
          datetime | ontem à noite às 9                          | ontem à noite às 9 = 2026-11-19 21:00:00
          datetime | há duas horas e meia                        | há duas horas e meia = 2026-11-20 08:00:00
          duration | uma semana e meia                           | uma semana e meia = 907200
          duration | dois anos e três meses                      | dois anos e três meses = 70848000
          duration | ao meio-dia                                 |
          """)
  void isRead(String type, String text, String expected) {
    String read = Said.onFriday("pt", text).read(type);
    assertThat(read).isEqualTo(expected == null ? "" : expected);
  }
}
