package dev.dragoman.core.understand.entity.words;

/// Spanish names of currencies.
public final class SpanishCurrencies {
  private SpanishCurrencies() {}

  /// Unit by unit; see the reader of currencies.
  public static final String UNITS =
      """
      -|Dólar|$,dolar,dolares
      -|Libra|£,libra,libras
      -|Rupia|₹,rupia,rupias
      -|Peso|peso,pesos
      -|Franco|franco,francos
      -|Corona|corona,coronas
      -|Dinar|dinar,dinares
      -|Lira|lira,liras
      -|Peseta|peseta,pesetas
      -|Florín|florin,florines
      -|Marco|marco,marcos
      -|Yen|yen,yenes,¥
      -|Bitcoin|₿,bitcoin,bitcoins,btc
      /100|Centavo|¢,centavo,centavos
      /100|Céntimo|centimo,centimos
      /100|Penique|penique,peniques
      /100|Centésimo|centesimo,centesimos
      USD|Dólar estadounidense|us$,us $,u$d,u$s,u$,usd$,dolares estadounidenses,dolar americano
      USD|Dólar estadounidense|dolares americanos,dolar de estados unidos,dolares de estados unidos
      CAD|Dólar canadiense|c$,c $,dolares canadienses
      AUD|Dólar australiano|a$,au$,dolares australianos
      NZD|Dólar neozelandés|nz$,dolares neozelandeses
      HKD|Dólar de Hong Kong|hk$,dolares de hong kong
      SGD|Dólar de Singapur|sg$,dolares de singapur
      TWD|Nuevo dólar taiwanés|nt$,dolar taiwanes,dolares taiwaneses
      BRL|Real brasileño|r$,r $,real,reales,reales brasileños
      EUR|Euro|€,euro,euros
      GBP|Libra esterlina|libras esterlinas,libra britanica,libras britanicas
      JPY|Yen japonés|yenes japoneses
      CNY|Yuan chino|yuan,yuanes,yuanes chinos,rmb,renminbi
      KRW|Won surcoreano|₩,won,wones,wones surcoreanos
      INR|Rupia india|rupias indias
      CHF|Franco suizo|francos suizos
      FRF|Franco francés|francos franceses
      BEF|Franco belga|francos belgas
      NLG|Florín neerlandés|florines neerlandeses,florin holandes,florines holandeses
      DEM|Marco alemán|marcos alemanes
      ITL|Lira italiana|liras italianas
      MXN|Peso mexicano|mex$,mx$,pesos mexicanos
      ARS|Peso argentino|ar$,pesos argentinos
      CLP|Peso chileno|pesos chilenos
      COP|Peso colombiano|pesos colombianos
      PHP|Peso filipino|₱,pesos filipinos
      UYU|Peso uruguayo|pesos uruguayos
      DOP|Peso dominicano|rd$,pesos dominicanos
      CUP|Peso cubano|pesos cubanos
      PEN|Sol|soles,s/,s/.,nuevo sol,nuevos soles,sol peruano,soles peruanos
      BOB|Boliviano|boliviano,bolivianos
      VES|Bolívar|bolivar,bolivares
      CRC|Colón costarricense|₡,colon,colones,colones costarricenses
      PYG|Guaraní paraguayo|₲,guarani,guaranies
      GTQ|Quetzal guatemalteco|quetzal,quetzales
      HNL|Lempira hondureño|lempira,lempiras
      NIO|Córdoba nicaragüense|cordoba,cordobas
      RUB|Rublo ruso|₽,rublo,rublos,rublos rusos
      UAH|Grivna|₴,grivna,grivnas
      PLN|Esloti|zloty,zlotys,esloti,eslotis
      CZK|Corona checa|coronas checas
      HUF|Forinto húngaro|forinto,forintos,florin hungaro
      SEK|Corona sueca|coronas suecas
      NOK|Corona noruega|coronas noruegas
      DKK|Corona danesa|coronas danesas
      TRY|Lira turca|₺,liras turcas
      ILS|Nuevo séquel|₪,shekel,shekels,sequel,sequeles
      SAR|Riyal saudí|riyal,riyales
      MAD|Dírham marroquí|dirham,dirhams
      EGP|Libra egipcia|libras egipcias
      ZAR|Rand sudafricano|rand,rands
      THB|Bat tailandés|฿,baht,bahts,bat
      VND|Dong vietnamita|₫,dong
      IDR|Rupia indonesia|rupias indonesias
      """;
}
