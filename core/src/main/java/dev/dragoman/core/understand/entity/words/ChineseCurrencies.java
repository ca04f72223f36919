package dev.dragoman.core.understand.entity.words;

/// Chinese names of currencies, simplified and traditional.
public final class ChineseCurrencies {
  private ChineseCurrencies() {}

  /// Unit by unit; see the reader of currencies.
  public static final String UNITS =
      """
      -|Dollar|$
      -|Pound|£,镑,鎊
      -|Franc|法郎
      -|Krone|克朗
      -|Peso|比索
      -|Rupee|₹,卢比,盧比
      -|Dinar|第纳尔
      -|Riyal|里亚尔
      -|Bitcoin|₿,比特币,比特幣
      /10|Jiao|角,毛,毛钱,毛錢,角钱
      /100|Fen|分钱,分錢
      /100|Cent|美分
      /100|Penny|便士
      CNY|Chinese yuan|元,圆,圓,块,塊,块钱,塊錢,元钱,人民币,人民幣,元人民币,元人民幣,块人民币,￥,¥,rmb,元整
      USD|United States dollar|美元,美圆,美圓,美金,刀,us$
      EUR|Euro|€,欧元,歐元
      GBP|British pound|英镑,英鎊
      JPY|Japanese yen|日元,日圆,日圓,円
      HKD|Hong Kong dollar|港元,港币,港幣,港圆,港圓,hk$
      TWD|New Taiwan dollar|台币,台幣,新台币,新台幣,新臺幣,臺幣,nt$
      MOP|Macanese pataca|澳门元,澳门币,澳門幣
      CAD|Canadian dollar|加元,加拿大元,加币,加幣
      AUD|Australian dollar|澳元,澳大利亚元,澳币,澳幣
      NZD|New Zealand dollar|新西兰元,纽元,紐元,纽币
      SGD|Singapore dollar|新加坡元,新币,新幣,坡币
      KRW|South Korean won|₩,韩元,韓元,韩圆,韓圓,韩币,韓幣
      CHF|Swiss franc|瑞士法郎,瑞郎
      FRF|French franc|法国法郎
      DEM|Deutsche Mark|德国马克,马克,馬克
      INR|Indian rupee|印度卢比,印度盧比
      IDR|Indonesian rupiah|印尼盾,印尼卢比
      RUB|Russian ruble|₽,卢布,盧布,俄罗斯卢布
      THB|Thai baht|฿,泰铢,泰銖
      MYR|Malaysian ringgit|马来西亚林吉特,马币,林吉特,令吉
      PHP|Philippine peso|₱,菲律宾比索
      VND|Vietnamese dong|₫,越南盾
      SEK|Swedish krona|瑞典克朗
      NOK|Norwegian krone|挪威克朗
      DKK|Danish krone|丹麦克朗
      MXN|Mexican peso|墨西哥比索
      BRL|Brazilian real|r$,巴西雷亚尔,雷亚尔
      ARS|Argentine peso|阿根廷比索
      CLP|Chilean peso|智利比索
      COP|Colombian peso|哥伦比亚比索
      TRY|Turkish lira|₺,土耳其里拉,里拉
      ILS|Israeli new shekel|₪,谢克尔
      SAR|Saudi riyal|沙特里亚尔
      AED|United Arab Emirates dirham|阿联酋迪拉姆,迪拉姆
      ZAR|South African rand|兰特,南非兰特
      EGP|Egyptian pound|埃及镑
      """;
}
