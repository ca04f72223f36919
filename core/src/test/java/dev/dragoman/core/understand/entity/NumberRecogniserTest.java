package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import org.junit.jupiter.api.Test;

class NumberRecogniserTest {
  @Test
  void readsEnglish() {
    Examples.check(
        "number",
        Language.EN,
        """
        for two people => two = 2
        table for twenty-one, please => twenty-one = 21
        one thousand and five seats => one thousand and five = 1005
        2 million three hundred four => 2 million three hundred four = 2000304
        a hundred or two dozen => a hundred = 100; two dozen = 24
        one and a half pizzas => one and a half = 1.5
        half a dozen eggs => half a dozen = 6
        three quarters of it => three quarters = 0.75
        two thirds of a million => two thirds of a million = 666666.666666667
        one million and a half => one million and a half = 1500000
        five and a half million => five and a half million = 5500000
        two point zero five => two point zero five = 2.05
        minus forty degrees => minus forty = -40
        from -3 to 5 => -3 = -3; 5 = 5
        1,234,567.5 or 1.234,5 => 1,234,567.5 = 1234567.5; 1.234,5 = 1234.5
        exercises 22,24,26 => 22 = 22; 24 = 24; 26 = 26
        12,34,567 rupees => 12,34,567 = 1234567
        1 4/5 cups and 2/3 => 1 4/5 = 1.8; 2/3 = 0.666666666666667
        on 5/17/2026 => 5 = 5; 17 = 17; 2026 = 2026
        2^10 or 12e3 => 2^10 = 1024; 12e3 = 12000
        10k, 3M, 2 bln => 10k = 10000; 3M = 3000000; 2 bln = 2000000000
        3m long and 29km away =>
        4000 3 hundred and 21 => 4000 = 4000; 3 hundred and 21 = 321
        the first class, the 3rd floor =>
        that one is good, this one too =>
        ½ or ¾ => ½ = 0.5; ¾ = 0.75
        １２３ full width => １２３ = 123
        SCP-173 and order_5 => 173 = 173
        """);
  }

  @Test
  void readsSpanish() {
    Examples.check(
        "number",
        Language.ES,
        """
        somos cuatro => cuatro = 4
        treinta y dos personas => treinta y dos = 32
        dos mil trescientos cuarenta y siete => dos mil trescientos cuarenta y siete = 2347
        dos mil millones => dos mil millones = 2000000000
        un billón cien mil => un billón cien mil = 1000000100000
        veintitrés coma cinco => veintitrés coma cinco = 23.5
        cinco y medio, media docena => cinco y medio = 5.5; media docena = 6
        2 millones y medio => 2 millones y medio = 2500000
        tres quintos o un tercio => tres quintos = 0.6; un tercio = 0.333333333333333
        tres veintiunavos => tres veintiunavos = 0.142857142857143
        1.234,5 y 4,80 => 1.234,5 = 1234.5; 4,80 = 4.8
        5.00 o 0.683 => 5.00 = 5; 0.683 = 0.683
        menos siete grados => menos siete = -7
        el 4to piso, la segunda puerta =>
        180ml de agua =>
        """);
  }

  @Test
  void readsFrench() {
    Examples.check(
        "number",
        Language.FR,
        """
        nous sommes quatre => quatre = 4
        soixante-dix-sept => soixante-dix-sept = 77
        quatre-vingt-quinze ou quatre-vingts => quatre-vingt-quinze = 95; quatre-vingts = 80
        vingt et un mille deux cents => vingt et un mille deux cents = 21200
        septante et nonante-neuf => septante = 70; nonante-neuf = 99
        trois millions sept => trois millions sept = 3000007
        deux virgule cinq => deux virgule cinq = 2.5
        un et demi, trois quarts => un et demi = 1.5; trois quarts = 0.75
        une douzaine => une douzaine = 12
        un café et une table =>
        12 cents => 12 = 12
        1 234 567,89 => 1 234 567,89 = 1234567.89
        29km de route =>
        """);
  }

  @Test
  void readsPortuguese() {
    Examples.check(
        "number",
        Language.PT,
        """
        somos quatro => quatro = 4
        trinta e dois => trinta e dois = 32
        mil duzentos e vinte => mil duzentos e vinte = 1220
        dois milhões e meio => dois milhões e meio = 2500000
        três bilhões => três bilhões = 3000000000
        sete vírgula cinco => sete vírgula cinco = 7.5
        meia dúzia ou uma dezena => meia dúzia = 6; uma dezena = 10
        três vinte e um avos => três vinte e um avos = 0.142857142857143
        dezasseis ou dezesseis => dezasseis = 16; dezesseis = 16
        1.234,5 => 1.234,5 = 1234.5
        a segunda porta =>
        """);
  }

  @Test
  void readsChinese() {
    Examples.check(
        "number",
        Language.ZH,
        """
        我们三个人 => 三 = 3
        两百五十 => 两百五十 = 250
        四百五 => 四百五 = 450
        一千零五十 => 一千零五十 = 1050
        九万四 => 九万四 = 94000
        四千零五万 => 四千零五万 = 40050000
        一万五千亿 => 一万五千亿 = 1500000000000
        2.3万 => 2.3万 = 23000
        25万6千 => 25万6千 = 256000
        壹佰贰拾叁 => 壹佰贰拾叁 = 123
        負六點五 => 負六點五 = -6.5
        三点五亿 => 三点五亿 = 350000000
        五分之一 => 五分之一 = 0.2
        三又二分之一 => 三又二分之一 = 3.5
        半打和半百 => 半打 = 6; 半百 = 50
        十多万 => 十多万 = 100000
        二零二六 => 二零二六 = 2026
        第三个 =>
        四川的陆地 =>
        二三十个 =>
        八五折和二％ =>
        """);
  }

  @Test
  void readsDigitsOfOtherLanguages() {
    Examples.check(
        "number",
        Language.ofTag("de-AT"),
        """
        Tisch für 4 => 4 = 4
        2.5 oder 1,000 => 2.5 = 2.5; 1,000 = 1000
        vier Personen =>
        """);
  }
}
