package dev.dragoman.core.understand.entity.words;

/// English number words.
public final class EnglishWords {
  private EnglishWords() {}

  /// Role by role; see the lexicon that reads it.
  public static final String NUMBERS =
      """
      unit: zero=0 nought=0 naught=0 nil=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8
      unit: nine=9
      teen: ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17
      teen: eighteen=18 nineteen=19
      tens: twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
      hundred: hundred=100 hundreds=100
      scale: thousand=1e3 thousands=1e3 million=1e6 millions=1e6 mln=1e6 billion=1e9 billions=1e9
      scale: bln=1e9 trillion=1e12 trillions=1e12 tln=1e12 lakh=1e5 lakhs=1e5 crore=1e7 crores=1e7
      dozen: dozen=12 dozens=12 dz=12 dzs=12
      suffix: ~k=1e3 ~m=1e6 ~b=1e9 ~g=1e9 ~t=1e12
      ordinal: first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9
      ordinal: tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15
      ordinal: sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
      ordinal: fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90
      ordinal: hundredth=100 thousandth=1e3 millionth=1e6 billionth=1e9 trillionth=1e12
      part: half=2 halves=2 quarter=4 quarters=4 firsts=1 thirds=3 fourths=4 fifths=5 sixths=6
      part: sevenths=7 eighths=8 ninths=9 tenths=10 elevenths=11 twelfths=12 thirteenths=13
      part: fourteenths=14 fifteenths=15 sixteenths=16 seventeenths=17 eighteenths=18
      part: nineteenths=19 twentieths=20 thirtieths=30 fortieths=40 fiftieths=50 sixtieths=60
      part: seventieths=70 eightieths=80 ninetieths=90 hundredths=100 thousandths=1e3
      part: millionths=1e6 billionths=1e9 trillionths=1e12
      and: and
      point: point
      over: over
      of: of
      article: a an
      negative: minus negative
      pointing: this that which each every any no the another
      """;
}
