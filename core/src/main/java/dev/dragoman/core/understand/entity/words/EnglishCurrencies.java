package dev.dragoman.core.understand.entity.words;

/// English names of currencies.
public final class EnglishCurrencies {
  private EnglishCurrencies() {}

  /// Unit by unit; see the reader of currencies.
  public static final String UNITS =
      """
      -|Dollar|$,dollar,dollars,buck,bucks
      -|Pound|£,pound,pounds,quid
      -|Rupee|₹,rupee,rupees,rs
      -|Peso|peso,pesos
      -|Franc|franc,francs
      -|Krone|krone,kroner
      -|Krona|krona,kronor
      -|Dinar|dinar,dinars
      -|Riyal|riyal,riyals
      -|Dirham|dirham,dirhams
      -|Shilling|shilling,shillings
      -|Lira|lira,lire,liras
      -|Bitcoin|₿,bitcoin,bitcoins,btc,xbt
      /100|Cent|¢,cent,cents
      /100|Penny|penny,pennies
      /100|Pence|pence
      /100|Centavo|centavo,centavos
      /100|Kopek|kopek,kopeks
      /100|Paisa|paisa,paise
      USD|United States dollar|us dollar,us dollars,u.s. dollar,u.s. dollars,united states dollars
      USD|United States dollar|american dollar,american dollars,us $,us$,u.s. $,u$d
      CAD|Canadian dollar|c $,c$,can$,ca$
      AUD|Australian dollar|a$,au$
      NZD|New Zealand dollar|nz$,nz $
      HKD|Hong Kong dollar|hk$,hk $
      SGD|Singapore dollar|s$,sg$
      TWD|New Taiwan dollar|nt$,nt $,taiwan dollar,taiwan dollars
      JMD|Jamaican dollar|j$
      BRL|Brazilian real|r$,r $,real,reais,brazilian reais
      EUR|Euro|€,euro,euros
      GBP|British pound|pound sterling,pounds sterling,british pounds,sterling
      JPY|Japanese yen|yen,yens,¥
      CNY|Chinese yuan|yuan,yuans,rmb,renminbi,chinese yuan,chinese yuans
      KRW|South Korean won|₩,won,korean won
      INR|Indian rupee|indian rupees
      PKR|Pakistani rupee|pakistani rupees
      FRF|French franc|french francs
      BEF|Belgian franc|belgian francs
      DEM|German mark|german marks,deutsche mark,deutsche marks,deutschmark,deutschmarks
      NLG|Dutch guilder|guilder,guilders
      FIM|Finnish markka|markka,markkaa
      ITL|Italian lira|italian lire
      ESP|Spanish peseta|peseta,pesetas
      MOP|Macanese pataca|pataca,patacas
      CHF|Swiss franc|swiss francs
      MXN|Mexican peso|mex$,mexican pesos
      ARS|Argentine peso|argentine pesos,argentinian peso,argentinian pesos
      CLP|Chilean peso|chilean pesos
      COP|Colombian peso|colombian pesos
      PHP|Philippine peso|₱,philippine pesos
      UYU|Uruguayan peso|uruguayan pesos
      PEN|Peruvian sol|peruvian soles
      BOB|Bolivian boliviano|boliviano,bolivianos
      VES|Venezuelan bolívar|bolivar,bolivars
      CRC|Costa Rican colón|₡,colon,colones,costa rican colones
      PYG|Paraguayan guaraní|₲,guarani,guaranies
      GTQ|Guatemalan quetzal|quetzal,quetzals
      HNL|Honduran lempira|lempira,lempiras
      NIO|Nicaraguan córdoba|cordoba,cordobas
      DOP|Dominican peso|dominican pesos
      RUB|Russian ruble|₽,ruble,rubles,rouble,roubles,russian rubles
      UAH|Ukrainian hryvnia|₴,hryvnia,hryvnias
      PLN|Polish złoty|zloty,zlotys,polish zloty
      CZK|Czech koruna|koruna,czech korunas
      HUF|Hungarian forint|forint,forints
      SEK|Swedish krona|swedish kronor,swedish kronas
      NOK|Norwegian krone|norwegian kroner,norwegian krones
      DKK|Danish krone|danish kroner,danish krones
      ISK|Icelandic króna|icelandic kronas
      TRY|Turkish lira|₺,turkish liras
      ILS|Israeli new shekel|₪,shekel,shekels,israeli shekels
      SAR|Saudi riyal|saudi riyals
      QAR|Qatari riyal|qatari riyals
      AED|United Arab Emirates dirham|uae dirham,uae dirhams
      MAD|Moroccan dirham|moroccan dirhams
      KWD|Kuwaiti dinar|kuwaiti dinars
      IQD|Iraqi dinar|iraqi dinars
      JOD|Jordanian dinar|jordanian dinars
      EGP|Egyptian pound|egyptian pounds
      NGN|Nigerian naira|₦,naira,nairas
      GHS|Ghanaian cedi|₵,cedi,cedis
      KES|Kenyan shilling|kenyan shillings
      ZAR|South African rand|rand,rands
      THB|Thai baht|฿,baht,bahts
      VND|Vietnamese dong|₫,dong,vietnamese đồng
      IDR|Indonesian rupiah|rupiah,rupiahs
      MYR|Malaysian ringgit|ringgit,ringgits
      LAK|Lao kip|₭,kip,kips
      KHR|Cambodian riel|៛,riel,riels
      MNT|Mongolian tögrög|₮,tugrik,tugriks
      KZT|Kazakhstani tenge|₸,tenge
      GEL|Georgian lari|₾,lari,georgian laris
      BDT|Bangladeshi taka|৳,taka,takas
      RON|Romanian leu|romanian lei
      BGN|Bulgarian lev|bulgarian leva
      """;
}
