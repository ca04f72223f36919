package dev.dragoman.core.understand.intent;

/// Spanish, Portuguese, French, Italian and Catalan words of the classes of [EnglishLexicon]
/// (named by the first word there) or of classes of their own. A star stands for any ending.
/// Without accents.
final class RomanceLexicon {
  static final String CLASSES =
      """
      cost cuest* costo coste costa* precio* preco* prix preu* prezzo prezzi cout* tarif* valor valen vale
      money dinero plata dinheiro argent soldi denaro diners
      pay pagar pago paga pague pagamento payer paie* paiement pagament pagare
      buy comprar compra compro compre comprare compri achet* acquist*
      order pedido* pedir pide encargo encomend* command* ordin* comanda*
      tell dime digame decir dis explic* dimmi dire diga digues
      show muestr* mostr* montr* ensen* afficher affiche ver voir vedere
      want quier* quisiera quero queria veux voudr* vogli* vorrei vull voldria deseo desej*
      need necesit* preciso precisa besoin bisogno ho necessit*
      find encontr* trouv* trova* troba* busc* cherch* cerc* procur*
      where donde onde ou dove
      start empez* comenz* comec* commenc* demarr* inici* inizi* arranc* avvia* engeg* comenc* lanc* lancer
      stop deten* para pare arret* ferma* atura* interromp* smett*
      pause paus* metti
      resume reanud* retom* repren* riprend*
      cancel cancel* annul* anul*
      delete borr* elimin* quita* supprim* rimuov* togli* esborr* apag* suprim* treu* enlev*
      add anad* agreg* adicion* ajout* aggiung* afeg* acrescent*
      create crea* criar creer genera*
      change cambia cambiar cambio cambie cambiare mudar muda mude chang* modific* modifi* canvi* alterar altera actualiz* atualiz* aggiorn*
      set pon ponme ponga pone imposta* regl* estable* configur* definir defina ajust* regol* posa* fixa*
      fix repar* arregl* consert* arrang*
      broken roto rota dana* quebr* casse cassee rott* trencat* guast*
      help ayud* ajud* aid* aiut*
      call llam* ligar liga ligue appel* chiam* truca* telefon*
      message mensaj* mensag* messag* missatg* correo
      send enviar envia envio envie envoy* envoi mandar manda mande mandare invi*
      job trabaj* trabalh* travail* lavor* treball* empleo
      trip viaj* viag* voyag* viatg*
      book reserv* prenot*
      restaurant restaurant* ristorant*
      food comida* refeic* repas cib* menjar almuerzo cena desayuno
      song cancion* music* musiq* canzon* musica brano brani canco* chanson* titulo
      play reproduc* toca* jouer joue riprod* pon ponme ponga pone suona*
      next siguient* proxim* suivant* prossim* seguent* successiv*
      previous anterior* precedent* atras torna* indietro
      volume volum* son suono suon*
      light luz luces luz* luzes lumier* luce luci llum* lamp* bombill* eclairag*
      weather clima meteo pronostic* previs* temps pioggia lluvia plou*
      temperature temperatur* grados graus gradi grado degre* caldo calor froid freddo fred
      time hora horas horari* heure* ora ore temps
      date fecha data dia hoy hoje aujourd* oggi avui giorno jour
      timer temporizador* minuteur* timer* minuter* alarma* alarme* recordatorio
      name nombre nome nom llama
      agent agent* asesor* humano persona personne alguien alguem qualcuno algu* operador* operatore*
      bill factur* fatur* fattur* cuenta conta
      balance saldo solde
      block bloque* bloqu* congel*
      password contrasen* senha* contrasenya* clave
      discount descuent* descont* sconto remise* oferta* promoc*
      refund reembols* rembours* rimbors* devol* reintegr*
      delivery entreg* livr* consegn* lliur* envio despacho
      accept acept* aceit* accept* accett*
      decline rechaz* recus* refus* rifiut*
      thanks gracias obrigad* merci grazie gracies
      hello hola ola bonjour salut ciao buenos buenas bom
      goodbye adios tchau aurevoir arrivederci adeu
      yes si oui
      problem problem* error* erro* erreur* errore*
      reset restablec* reinici* redefin* reinitialis* ripristin*
      bad mal malo mauvais*
      complaint queja* reclam* plaint* queixa*
      on encend* enciend* prend* ligar liga ligue allum* accend* activa activar attiv* encen* engeg* conect*
      off apag* desactiv* desconect* etein* eteign* spegn* spengi* disattiv* desactiv* deslig* apaga* tanca*
      open abre abrir abra abro abiert* ouvr* ouvert* apri aprire apre apert* obr* obert* sube subir suba puja* alza* lever leve levanta levantar
      shut cerr* cierr* fech* ferm* chiud* chius* tanc* baja* baix* abbass* baiss*
      increase aument* sube subir suba augment* alza* monte monter incrementa* puja* apuja* afeg*
      decrease dimin* baj* reduce reducir reduz reduire reduis abbass* baix* ridu* baiss*
      remaining queda* resta* reste restent restante manca* falta* rimane rimast*
      vacuum aspirador* aspirapolver* aspirateur* robot
      door puert* porta* porta porte portes
      window ventana* janela* fenetr* finestr* finestra*
      list lista* liste llista*
      """;

  private RomanceLexicon() {}
}
