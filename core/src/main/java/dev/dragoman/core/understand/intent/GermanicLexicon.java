package dev.dragoman.core.understand.intent;

/// German and Dutch words of the classes of [EnglishLexicon] (named by the first word there) or
/// of classes of their own. A star stands for any ending. Without accents.
final class GermanicLexicon {
  static final String CLASSES =
      """
      cost kost* preis* prijs* gebuhr*
      money geld
      pay bezahl* zahl* zahlung* betal* betaling*
      buy kauf* koop* kop* gekauft
      order bestell* auftrag*
      tell sag* erzahl* erklar* zeg* vertel*
      show zeig* toon* laat
      want mocht* wil wollen wunsch* hatte
      need brauch* benotig* nodig
      find find* suche suchen vind* zoek*
      where wo waar
      start start* beginn* begin* los
      stop stopp* beend* halt* stop* hor
      pause paus* pauz* unterbrech* anhalt*
      resume fortsetz* weiter* hervat* verder*
      cancel abbrech* abbruch* brich* storn* annul* kundig* opzeg*
      delete losch* entfern* streich* verwijder* wis
      add hinzu* hinzufug* fug* toevoeg* voeg* toe erganz*
      create erstell* anleg* maak* aanmak*
      change ander* wechs* wijzig* verander*
      set stell* setz* einstell* zet* regel* dreh* draai*
      fix reparier* reparatur* reparer* herstel*
      broken kaputt* defekt* beschadigt* kapot stuk
      help hilf* helf* help*
      call anruf* ruf* bel telefon*
      message nachricht* bericht* bescheid durchsag* durch ansag* verkund* omroep*
      send schick* send* stuur* verstuur*
      job arbeit* werk* beruf*
      trip reis*
      book reservier* buch* boek* reserver*
      food essen eten mahlzeit* abendessen mittagessen
      song lied* song* titel* stuck* nummer* musik muziek
      play spiel* abspiel* speel* afspelen
      next nachst* volgend* weiter
      previous vorig* vorherig* letzt* zuruck* terug
      volume lautstark* volume* lauter leiser luider zachter
      light licht* lamp* leucht* beleucht* verlicht*
      weather wetter* weer weersvoorspelling* regen*
      temperature temperatur* grad graden warm kalt heiss* koud
      time uhr* uhrzeit zeit tijd laat spat
      date datum tag heute dag vandaag
      timer timer* wecker* kookwekker*
      name name* heiss* naam heet
      agent mitarbeiter* mensch* person personen jemand* medewerker* iemand berater*
      bill rechnung* faktur* factuur*
      balance kontostand* saldo guthaben
      remaining ubrig* verbleib* resterend* noch nog
      block sperr* blockier* blokk*
      password passwort* kennwort* wachtwoord*
      discount rabatt* gutschein* korting*
      refund ruckerstatt* erstatt* terugbetal* ruckzahl*
      delivery liefer* zustell* lever* bezorg* versand*
      accept akzept* annehm* accept*
      decline ablehn* weiger*
      thanks danke* dank bedankt
      hello hallo guten moin hoi goedemorgen
      goodbye tschuss wiedersehen doei
      yes ja
      no nein nee
      problem problem* fehler* fout*
      complaint beschwer* klacht*
      on anschalt* einschalt* ein anmach* aktivier* aan aanzet* inschakel* activeer*
      off ausschalt* abschalt* aus ab ausmach* deaktivier* uit uitzet* uitschakel* stopp*
      open offn* auf hoch rauf hochfahr* aufmach* open* omhoog geoffnet*
      shut schliess* zu runter herunter zumach* sluit* dicht omlaag geschlossen*
      increase erhoh* verlanger* verhoog* mehr meer
      decrease verringer* verkurz* reduzier* senk* verlaag* verminder* weniger minder
      raise_lower hell heller helligkeit dunkel* dimm* helder*
      state ist sind sein steht welche welcher welches welke staat staan
      every alle alles samtlich* allemaal
      vacuum staubsauger* saug* stofzuiger*
      door tur turen deur*
      window fenster* raam ramen
      blind rollad* rolllad* jalousi* rollo* vorhang* vorhang* beschattung* gordijn* rolluik*
      list liste* lijst* einkaufsliste*
      """;

  private GermanicLexicon() {}
}
