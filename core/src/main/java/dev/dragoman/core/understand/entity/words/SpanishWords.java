package dev.dragoman.core.understand.entity.words;

/// Spanish number words, without accents: texts are folded before they are looked up.
public final class SpanishWords {
  private SpanishWords() {}

  /// Role by role; see the lexicon that reads it.
  public static final String NUMBERS =
      """
      unit: cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9
      teen: diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciseis=16 diecisiete=17
      teen: dieciocho=18 diecinueve=19 veintiun=21 veintiuno=21 veintiuna=21 veintidos=22
      teen: veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27
      teen: veintiocho=28 veintinueve=29
      tens: veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80
      tens: noventa=90
      hundreds: cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300
      hundreds: cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600
      hundreds: seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 ochocientas=800
      hundreds: novecientos=900 novecientas=900 centenar=100
      scale: mil=1e3 miles=1e3 millon=1e6 millones=1e6 millardo=1e9 millardos=1e9 billon=1e12
      scale: billones=1e12 trillon=1e18 trillones=1e18
      dozen: docena=12 docenas=12 dz=12 decena=10 decenas=10 par=2
      suffix: ~k=1e3 ~m=1e6 ~g=1e9 ~t=1e12
      ordinal: primer=1 primero=1 primera=1 primeros=1 primeras=1 segundo=2 segunda=2 segundos=2
      ordinal: segundas=2 tercer=3 tercero=3 tercera=3 terceros=3 terceras=3 cuarto=4 cuarta=4
      ordinal: cuartos=4 cuartas=4 quinto=5 quinta=5 quintos=5 quintas=5 sexto=6 sexta=6 sextos=6
      ordinal: sextas=6 septimo=7 septima=7 septimos=7 septimas=7 octavo=8 octava=8 octavos=8
      ordinal: octavas=8 noveno=9 novena=9 novenos=9 novenas=9 decimo=10 decima=10 decimos=10
      ordinal: decimas=10 undecimo=11 undecima=11 undecimos=11 duodecimo=12 duodecima=12
      ordinal: vigesimo=20 vigesima=20 vigesimos=20 vigesimas=20 trigesimo=30 trigesima=30
      ordinal: cuadragesimo=40 cuadragesima=40 quincuagesimo=50 quincuagesima=50 sexagesimo=60
      ordinal: sexagesima=60 septuagesimo=70 octogesimo=80 nonagesimo=90 centesimo=100
      ordinal: centesima=100 centesimos=100 centesimas=100 milesimo=1e3 milesima=1e3
      ordinal: milesimos=1e3 milesimas=1e3 millonesimo=1e6 millonesima=1e6 millonesimos=1e6
      ordinal: millonesimas=1e6 billonesimo=1e12 billonesima=1e12 billonesimos=1e12
      ordinal: billonesimas=1e12 trillonesimo=1e18 trillonesima=1e18 trillonesimos=1e18
      ordinal: trillonesimas=1e18
      part: medio=2 media=2 medios=2 medias=2 tercio=3 tercios=3
      parts: avo avos ava avas ~vo ~vos ~va ~vas
      and: y e ~i
      point: coma punto con
      over: sobre
      of: de
      negative: menos negativo
      """;
}
