package dev.dragoman.core.understand.entity.words;

/// French number words.
public final class FrenchWords {
  private FrenchWords() {}

  /// Role by role; see the lexicon that reads it.
  public static final String NUMBERS =
      """
      unit: zero=0 ~un=1 ~une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9
      teen: dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16
      tens: vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70
      tens: huitante=80 octante=80 nonante=90
      hundred: cent=100 ~cents=100
      scale: mille=1e3 millier=1e3 milliers=1e3 million=1e6 millions=1e6 milliard=1e9
      scale: milliards=1e9 billion=1e12 billions=1e12 billiard=1e15 billiards=1e15
      scale: trillion=1e18 trillions=1e18 lakh=1e5 lakhs=1e5 crore=1e7 crores=1e7
      dozen: douzaine=12 douzaines=12 dizaine=10 dizaines=10 vingtaine=20 trentaine=30
      dozen: quarantaine=40 cinquantaine=50 soixantaine=60 centaine=100 centaines=100
      suffix: ~k=1e3 ~m=1e6 ~g=1e9 ~t=1e12
      ordinal: premier=1 premiere=1 premiers=1 premieres=1 second=2 unieme=1 uniemes=1 deuxieme=2
      ordinal: deuxiemes=2 troisieme=3 troisiemes=3 quatrieme=4 quatriemes=4 cinquieme=5
      ordinal: cinquiemes=5 sixieme=6 sixiemes=6 septieme=7 septiemes=7 huitieme=8 huitiemes=8
      ordinal: neuvieme=9 neuviemes=9 dixieme=10 dixiemes=10 onzieme=11 onziemes=11 douzieme=12
      ordinal: douziemes=12 treizieme=13 treiziemes=13 quatorzieme=14 quatorziemes=14
      ordinal: quinzieme=15 quinziemes=15 seizieme=16 seiziemes=16 vingtieme=20 vingtiemes=20
      ordinal: trentieme=30 trentiemes=30 quarantieme=40 quarantiemes=40 cinquantieme=50
      ordinal: cinquantiemes=50 soixantieme=60 soixantiemes=60 centieme=100 centiemes=100
      ordinal: millieme=1e3 milliemes=1e3 millionieme=1e6 millioniemes=1e6 milliardieme=1e9
      ordinal: milliardiemes=1e9 billionieme=1e12 billioniemes=1e12
      ordinal: trillionieme=1e18 trillioniemes=1e18
      part: demi=2 demie=2 demis=2 demies=2 tiers=3 quart=4 quarts=4
      and: et
      point: virgule
      over: sur
      of: de
      negative: moins negatif negative
      """;
}
