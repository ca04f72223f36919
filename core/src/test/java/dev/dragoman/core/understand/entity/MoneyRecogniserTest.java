package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import org.junit.jupiter.api.Test;

class MoneyRecogniserTest {
  @Test
  void readsEnglish() {
    Examples.check(
        "money",
        Language.EN,
        """
        it costs $5 => $5 = 5 Dollar
        a $48.2 million contract => $48.2 million = 48200000 Dollar
        10 euros or 5 € => 10 euros = 10 Euro EUR; 5 € = 5 Euro EUR
        c$ 100 and fifty => c$ 100 and fifty = 100.5 Canadian dollar CAD
        three dollars and fifty cents => three dollars and fifty cents = 3.5 Dollar
        fifteen dollars 50 => fifteen dollars 50 = 15.5 Dollar
        $4.25 and 32 is the quantity => $4.25 = 4.25 Dollar
        $20 and 3 apples => $20 = 20 Dollar
        75 USD million, 30 MUSD => 75 USD million = 75000000 United States dollar USD; \
        30 MUSD = 30000000 United States dollar USD
        12-cent stamp => 12-cent = 12 Cent
        1 $10 bill => $10 = 10 Dollar
        50 dollar 20 dollar => 50 dollar = 50 Dollar; 20 dollar = 20 Dollar
        500 USD,100 times => 500 USD = 500 United States dollar USD
        all 70 of us, 5 tries =>
        millions of dollars =>
        """);
  }

  @Test
  void readsRomanceLanguages() {
    Examples.check(
        "money",
        Language.ES,
        """
        $ 94.000 => $ 94.000 = 94000 Dólar
        4 millones de dólares => 4 millones de dólares = 4000000 Dólar
        trece euros y cinco céntimos => trece euros y cinco céntimos = 13.05 Euro EUR
        quinientos pesos mexicanos => quinientos pesos mexicanos = 500 Peso mexicano MXN
        cuatro personas =>
        """);
    Examples.check(
        "money",
        Language.FR,
        """
        48,2 millions de $ => 48,2 millions de $ = 48200000 Dollar
        50 cents => 50 cents = 50 Cent
        deux cents euros => deux cents euros = 200 Euro EUR
        un million d'euros => un million d'euros = 1000000 Euro EUR
        """);
    Examples.check(
        "money",
        Language.PT,
        """
        R$ 2,50 => R$ 2,50 = 2.5 Real brasileiro BRL
        dez reais e 20 centavos => dez reais e 20 centavos = 10.2 Real brasileiro BRL
        """);
  }

  @Test
  void readsChinese() {
    Examples.check(
        "money",
        Language.ZH,
        """
        五元三毛 => 五元三毛 = 5.3 Chinese yuan CNY
        人民币 8千元 => 人民币 8千元 = 8000 Chinese yuan CNY
        36.57亿元 => 36.57亿元 = 3657000000 Chinese yuan CNY
        4人民币5美元 => 4人民币 = 4 Chinese yuan CNY; 5美元 = 5 United States dollar USD
        """);
  }
}
