package dev.dragoman.core.understand.entity.words;

/// Portuguese names of currencies.
public final class PortugueseCurrencies {
  private PortugueseCurrencies() {}

  /// Unit by unit; see the reader of currencies.
  public static final String UNITS =
      """
      -|Dólar|$,dolar,dolares
      -|Libra|£,libra,libras
      -|Rupia|₹,rupia,rupias
      -|Peso|peso,pesos
      -|Franco|franco,francos
      -|Coroa|coroa,coroas
      -|Dinar|dinar,dinares
      -|Lira|lira,liras
      -|Peseta|peseta,pesetas
      -|Florim|florim,florins
      -|Marco|marco,marcos
      -|Yen|yen,yens,yenes,iene,ienes,¥
      -|Bitcoin|₿,bitcoin,bitcoins,btc
      /100|Centavo|¢,centavo,centavos
      /100|Cêntimo|centimo,centimos
      /100|Cent|cent,cents
      /100|Pêni|peni,penis,pence,penique,peniques
      USD|Dólar estadunidense|us$,us $,u$,u$d,u$s,usd$,dolares estadunidenses,dolar americano
      USD|Dólar estadunidense|dolares americanos,dolar dos estados unidos,dolares dos estados unidos
      CAD|Dólar canadense|c$,c $,dolares canadenses,dolar canadiano,dolares canadianos
      AUD|Dólar australiano|a$,au$,dolares australianos
      NZD|Dólar neozelandês|nz$,dolares neozelandeses
      HKD|Dólar de Hong Kong|hk$,dolares de hong kong
      SGD|Dólar de Singapura|sg$,dolares de singapura
      TWD|Novo dólar taiwanês|nt$,dolar taiwanes,dolares taiwaneses
      BRL|Real brasileiro|r$,r $,real,reais,reais brasileiros
      EUR|Euro|€,euro,euros
      GBP|Libra esterlina|libras esterlinas,libra britanica,libras britanicas
      JPY|Iene japonês|ienes japoneses,yen japones,yenes japoneses
      CNY|Yuan chinês|yuan,yuans,yuanes,yuans chineses,rmb,renminbi
      KRW|Won sul-coreano|₩,won,wons,wons sul-coreanos
      INR|Rupia indiana|rupias indianas
      CHF|Franco suíço|francos suicos,francos suizos,franco suizo
      FRF|Franco francês|francos franceses
      BEF|Franco belga|francos belgas
      NLG|Florim neerlandês|florins neerlandeses,florim holandes,florins holandeses
      DEM|Marco alemão|marcos alemaes
      ITL|Lira italiana|liras italianas
      MXN|Peso mexicano|mex$,mx$,pesos mexicanos
      ARS|Peso argentino|ar$,pesos argentinos
      CLP|Peso chileno|pesos chilenos
      COP|Peso colombiano|pesos colombianos
      PHP|Peso filipino|₱,pesos filipinos
      UYU|Peso uruguaio|pesos uruguaios
      PEN|Novo sol|soles,novos sois
      BOB|Boliviano|boliviano,bolivianos
      CRC|Colón costarriquenho|₡,colon,colones
      PYG|Guarani paraguaio|₲,guarani,guaranis
      AOA|Kwanza angolano|kwanza,kwanzas
      MZN|Metical moçambicano|metical,meticais
      CVE|Escudo cabo-verdiano|escudo,escudos
      RUB|Rublo russo|₽,rublo,rublos,rublos russos
      PLN|Złoty polonês|zloty,zlotys
      CZK|Coroa tcheca|coroas tchecas
      HUF|Florim húngaro|forint,forints
      SEK|Coroa sueca|coroas suecas
      NOK|Coroa norueguesa|coroas norueguesas
      DKK|Coroa dinamarquesa|coroas dinamarquesas
      TRY|Lira turca|₺,liras turcas
      ILS|Novo shekel|₪,shekel,shekels
      SAR|Rial saudita|rial,riais
      MAD|Dirham marroquino|dirham,dirhams
      EGP|Libra egípcia|libras egipcias
      ZAR|Rand sul-africano|rand,rands
      THB|Baht tailandês|฿,baht,bahts
      """;
}
