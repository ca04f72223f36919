package dev.dragoman.core.understand.entity.words;

/// French names of currencies.
public final class FrenchCurrencies {
  private FrenchCurrencies() {}

  /// Unit by unit; see the reader of currencies.
  public static final String UNITS =
      """
      -|Dollar|$,dollar,dollars
      -|Livre|£,livre,livres
      -|Roupie|₹,roupie,roupies
      -|Peso|peso,pesos
      -|Franc|franc,francs
      -|Couronne|couronne,couronnes
      -|Dinar|dinar,dinars
      -|Lire|lire,lires
      -|Peseta|peseta,pesetas
      -|Bitcoin|₿,bitcoin,bitcoins,btc
      /100|Cent|¢,cent,cents
      /100|Centime|centime,centimes
      /100|Penny|penny,pennies
      /100|Pence|pence
      /100|Centavo|centavo,centavos
      USD|Dollar États-Unis|us$,us $,$us,$ us,dollars americains,dollar americain
      USD|Dollar États-Unis|dollar us,dollars us,dollars des etats-unis
      CAD|Dollar Canadien|c$,c $,$ c,$c,$ca,ca$,dollars canadiens
      AUD|Dollar Australien|a$,au$,dollars australiens
      NZD|Dollar Néo-Zélandais|nz$,dollars neo-zelandais
      HKD|Dollar de Hong Kong|hk$,dollars de hong kong
      SGD|Dollar de Singapour|sg$,dollars de singapour
      TWD|Nouveau Dollar de Taïwan|nt$,dollars de taiwan,dollars taiwanais
      BRL|Réal Brésilien|r$,real,reals,reais,reals bresiliens
      EUR|Euro|€,euro,euros
      GBP|Livre Sterling|livres sterling,livre britannique,livres britanniques
      JPY|Yen Japonais|yen,yens,¥,yens japonais
      CNY|Yuan Chinois|yuan,yuans,yuans chinois,rmb,renminbi
      KRW|Won Sud-Coréen|₩,won,wons,wons sud-coreens
      INR|Roupie Indienne|roupies indiennes
      CHF|Franc Suisse|francs suisses
      FRF|Franc Français|francs francais
      BEF|Franc Belge|francs belges
      XOF|Franc CFA|francs cfa,fcfa
      NLG|Florins Néerlandais|florin,florins,florins hollandais,florin hollandais,florin neerlandais
      DEM|Deutsche Mark|mark,marks,deutsche marks
      ITL|Lire Italienne|lires italiennes
      MXN|Mexican peso|peso mexicain,pesos mexicains
      ARS|Peso Argentin|pesos argentins
      CLP|Peso Chilien|pesos chiliens
      COP|Peso Colombien|pesos colombiens
      PHP|Peso Philippin|₱,pesos philippins
      CRC|Colón Costaricain|₡,colon,colons,colones
      RUB|Rouble Russe|₽,rouble,roubles,roubles russes
      UAH|Hryvnia|₴,hryvnias
      PLN|Zloty Polonais|zloty,zlotys,zlotys polonais
      CZK|Couronne Tchèque|couronnes tcheques
      HUF|Forint Hongrois|forint,forints
      SEK|Couronne Suédoise|couronnes suedoises
      NOK|Couronne Norvégienne|couronnes norvegiennes
      DKK|Couronne Danoise|couronnes danoises
      TRY|Livre Turque|₺,livres turques,lire turque,lires turques
      ILS|Shekel|₪,shekel,shekels
      SAR|Riyal Saoudien|riyal,riyals
      MAD|Dirham Marocain|dirham,dirhams,dirhams marocains
      DZD|Dinar Algérien|dinars algeriens
      TND|Dinar Tunisien|dinars tunisiens
      EGP|Livre Égyptienne|livres egyptiennes
      ZAR|Rand Sud-Africain|rand,rands
      THB|Baht Thaïlandais|฿,baht,bahts
      VND|Dong Vietnamien|₫,dong,dongs
      """;
}
