package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import org.junit.jupiter.api.Test;

class PercentageRecogniserTest {
  @Test
  void readsEnglish() {
    Examples.check(
        "percentage",
        Language.EN,
        """
        10% off => 10% = 10%
        twenty five per cent => twenty five per cent = 25%
        minus 2.5 percent => minus 2.5 percent = -2.5%
        per cent of 30 => per cent of 30 = 30%
        5-20 % => 20 % = 20%
        https://shop.example.com/?q=30%25%20 =>
        ten people =>
        """);
  }

  @Test
  void readsRomanceLanguages() {
    Examples.check(
        "percentage",
        Language.ES,
        """
        el 4,5 % => 4,5 % = 4.5%
        cien por cien => cien por cien = 100%
        dos coma cinco por ciento => dos coma cinco por ciento = 2.5%
        """);
    Examples.check(
        "percentage",
        Language.FR,
        """
        vingt pour cent => vingt pour cent = 20%
        3,5 pour-cent => 3,5 pour-cent = 3.5%
        """);
    Examples.check("percentage", Language.PT, "quinze por cento => quinze por cento = 15%");
  }

  @Test
  void readsChinese() {
    Examples.check(
        "percentage",
        Language.ZH,
        """
        百分之五十五点五 => 百分之五十五点五 = 55.5%
        千分之三 => 千分之三 = 0.3%
        百分之百，百分百 => 百分之百 = 100%; 百分百 = 100%
        负百分之二 => 负百分之二 = -2%
        五分之一 =>
        上升十个百分点 => 十个百分点 = 10%
        三成半 => 三成半 = 35%
        三成功了 =>
        八折、八五折、75折 => 八折 = 80%; 八五折 = 85%; 75折 = 75%
        打对折 => 对折 = 50%
        对折的纸 =>
        二三十个百分点 =>
        """);
  }
}
