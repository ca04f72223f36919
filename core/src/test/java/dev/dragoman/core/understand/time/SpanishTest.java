package dev.dragoman.core.understand.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Spanish-speaking customers say on Friday, 20 November 2026, half past ten.
class SpanishTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date     | para el 3 de marzo                          | 3 de marzo = 2027-03-03 or 2026-03-03
          date     | nací el 12 de julio de 1984                 | 12 de julio de 1984 = 1984-07-12
          date     | pasado mañana                               | pasado mañana = 2026-11-22
          date     | el viernes que viene                        | viernes que viene = 2026-11-27
          date     | el último viernes del mes que viene         | el último viernes del mes que viene = 2026-12-25
          date     | hace dos semanas                            | hace dos semanas = 2026-11-06
          date     | dentro de tres semanas                      | dentro de tres semanas = 2026-12-11
          date     | el próximo lunes 23                         | próximo lunes 23 = 2026-11-23
          date     | a las 9 de la mañana                        |
          date     | no quiero hoy, mejor mañana                 | hoy = 2026-11-20; mañana = 2026-11-21
          date     | quiero 2 pizzas, somos 4 personas           |
          date     | 31 de febrero                               |
          time     | a las ocho y media de la noche              | ocho y media de la noche = 20:30:00
          time     | a las tres menos diez                       | tres menos diez = 02:50:00
          time     | a la una y media                            | una y media = 01:30:00
          time     | a las 18.30                                 | 18.30 = 18:30:00
          time     | dentro de dos horas                         |
          time     | al mediodía                                 | mediodía = 12:00:00
          datetime | el lunes por la mañana a las 10             | lunes por la mañana a las 10 = 2026-11-23 10:00:00 or 2026-11-16 10:00:00
          datetime | mañana al mediodía                          | mañana al mediodía = 2026-11-21 12:00:00
          datetime | hoy a las 21                                | hoy a las 21 = 2026-11-20 21:00:00
          datetime | el día 25 a las 8pm                         | el día 25 a las 8pm = 2026-11-25 20:00:00 or 2026-10-25 20:00:00
          datetime | en media hora                               | en media hora = 2026-11-20 11:00:00
          datetime | anoche a las 11                             | anoche a las 11 = 2026-11-19 23:00:00
          duration | una semana y media                          | una semana y media = 907200
          duration | dos años y tres meses                       | dos años y tres meses = 70848000
          duration | tres cuartos de hora                        | tres cuartos de hora = 2700
          duration | a las 18 hs                                 |
          """)
  void isRead(String type, String text, String expected) {
    String read = Said.onFriday("es", text).read(type);
    assertThat(read).isEqualTo(expected == null ? "" : expected);
  }
}
