package dev.dragoman.core.understand.entity.words;

/// Portuguese number words, of Brazil and of Portugal.
public final class PortugueseWords {
  private PortugueseWords() {}

  /// Role by role; see the lexicon that reads it.
  public static final String NUMBERS =
      """
      unit: zero=0 um=1 uma=1 hum=1 dois=2 duas=2 tres=3 quatro=4 cinco=5 seis=6 sete=7 oito=8
      unit: nove=9
      teen: dez=10 onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16
      teen: dezasseis=16 dezessete=17 dezassete=17 dezoito=18 dezenove=19 dezanove=19
      tens: vinte=20 trinta=30 quarenta=40 cinquenta=50 cincoenta=50 sessenta=60 setenta=70
      tens: oitenta=80 noventa=90
      hundreds: cem=100 cento=100 duzentos=200 duzentas=200 trezentos=300 trezentas=300
      hundreds: quatrocentos=400 quatrocentas=400 quinhentos=500 quinhentas=500 seiscentos=600
      hundreds: seiscentas=600 setecentos=700 setecentas=700 oitocentos=800 oitocentas=800
      hundreds: novecentos=900 novecentas=900
      scale: mil=1e3 milhar=1e3 milhares=1e3 milhao=1e6 milhoes=1e6 bilhao=1e9 bilhoes=1e9
      scale: biliao=1e12 bilioes=1e12 trilhao=1e12 trilhoes=1e12 triliao=1e18 trilioes=1e18
      dozen: duzia=12 duzias=12 dezena=10 dezenas=10 centena=100 centenas=100
      suffix: ~k=1e3 ~m=1e6 ~g=1e9 ~t=1e12
      ordinal: primeiro=1 primeira=1 primeiros=1 primeiras=1 segundo=2 segunda=2 terceiro=3
      ordinal: terceira=3 terceiros=3 terceiras=3 quarto=4 quarta=4 quartos=4 quartas=4 quinto=5
      ordinal: quinta=5 quintos=5 quintas=5 sexto=6 sexta=6 sextos=6 sextas=6 setimo=7 setima=7
      ordinal: setimos=7 setimas=7 oitavo=8 oitava=8 oitavos=8 oitavas=8 nono=9 nona=9 nonos=9
      ordinal: nonas=9 decimo=10 decima=10 decimos=10 decimas=10 vigesimo=20 vigesima=20
      ordinal: vigesimos=20 trigesimo=30 trigesima=30 trigesimos=30 quadragesimo=40
      ordinal: quadragesima=40 quinquagesimo=50 quinquagesima=50 sexagesimo=60 septuagesimo=70
      ordinal: octogesimo=80 nonagesimo=90 centesimo=100 centesima=100 centesimos=100
      ordinal: centesimas=100 milesimo=1e3 milesima=1e3 milesimos=1e3 milesimas=1e3
      ordinal: milionesimo=1e6 milionesima=1e6 milionesimos=1e6 milionesimas=1e6
      ordinal: bilionesimo=1e9 bilionesima=1e9 bilionesimos=1e9 bilionesimas=1e9
      ordinal: trilionesimo=1e12 trilionesimos=1e12
      part: meio=2 meia=2 meios=2 meias=2 terco=3 tercos=3
      parts: avo avos
      and: e
      point: virgula ponto com
      over: sobre
      of: de
      negative: menos negativo
      """;
}
