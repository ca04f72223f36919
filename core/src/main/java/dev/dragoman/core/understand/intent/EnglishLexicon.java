package dev.dragoman.core.understand.intent;

/// English words that people use for one another when they ask a business for something, one
/// class a line, named by its first word. Regular endings are understood.
final class EnglishLexicon {
  static final String CLASSES =
      """
      cost price charge fee pricing expensive cheap worth
      money cash funds dollars bucks euros pounds
      pay paid payment settle
      buy purchase bought
      order ordered
      get obtain acquire receive
      tell say inform explain describe
      show display list view see
      want need like wish desire
      find locate search lookup seek
      where location located place whereabouts address
      start begin launch activate initiate resume
      stop end quit halt finish terminate pause
      cancel abort undo revoke withdraw unsubscribe
      delete remove erase clear drop
      add include put insert append
      create make generate build prepare
      change alter modify update adjust edit amend
      swap replace substitute instead alternative exchange
      fix repair mend solve resolve troubleshoot
      broken damaged faulty defective malfunctioning cracked
      help assist assistance support aid
      call phone dial ring telephone
      message text sms email mail
      send forward deliver ship
      car vehicle automobile auto
      mobile cellphone smartphone handset
      job occupation work employment profession career
      boss manager supervisor superior
      company business firm corporation employer enterprise
      vacation holiday pto leave
      trip travel journey tour visit
      flight plane airplane fly airline
      hotel motel room accommodation lodging inn
      book reserve reservation booking booked
      restaurant diner eatery cafe bistro
      food meal dish dinner lunch breakfast supper eat
      recipe cook bake
      expire expiration expiry spoil stale
      song music track tune playlist album
      play listen hear watch
      loud louder volume quieter sound quiet
      light lamp bulb lights
      weather forecast rain temperature snow sunny
      time clock hour oclock
      date day today calendar
      alarm timer reminder remind
      meeting appointment event schedule
      task todo chore agenda
      name called named
      age old young birthday
      agent human person representative operator someone
      machine bot robot computer ai
      speak language translate translation
      mean definition define meaning
      count number many amount quantity total
      calculate math compute sum
      convert conversion
      account profile login
      balance remaining left available
      transfer move wire
      bill invoice statement owe due
      score rating grade mark
      limit maximum max cap minimum
      loan borrow mortgage credit
      tax taxes vat
      salary wage paycheck payday earnings income
      stolen lost missing misplaced theft
      fraud fraudulent suspicious unauthorized scam
      block freeze lock hold suspend
      password pin passcode code
      reward points cashback loyalty
      coupon discount promo voucher deal offer
      insurance insured coverage policy
      doctor hospital clinic physician nurse
      medicine medication drug pill prescription
      gas fuel gasoline petrol
      traffic congestion jam
      route road way directions path
      far distance near close
      taxi cab
      bus train subway metro tram
      luggage suitcase baggage bag
      passport visa permit
      home house apartment flat
      shop store market mall
      shopping grocery groceries
      package parcel delivery shipment shipping
      refund reimbursement return reimburse
      apply application applied
      accept approve approved accepted grant confirm
      decline reject refuse declined denied deny
      joke funny laugh humor hilarious
      thanks thank thx appreciate grateful
      hello hi hey greetings howdy
      goodbye bye farewell
      yes yeah yep sure absolutely correct affirmative right true
      no nope nah negative false incorrect
      maybe perhaps possibly unsure uncertain
      repeat again
      problem error mistake issue trouble
      why reason cause
      reset restore restart reboot
      connect pair link sync
      fast quick quickly speed rapid
      slow slowly sluggish lag
      good great nice best excellent
      bad terrible awful worst horrible
      recommend suggest suggestion recommendation advice
      favorite favourite preferred prefer
      complaint complain unhappy dissatisfied
      open opened unlock
      shut close closed
      big large huge bigger larger
      small little tiny smaller
      dog cat pet animal
      child kid son daughter baby
      spouse wife husband partner
      friend buddy pal
      school university college class course
      print printer scan
      internet wifi network connection broadband
      install setup download configure
      upgrade update newer
      picture photo image
      video film movie clip
      website site web page
      warranty guarantee
      contract agreement subscription plan
      document paper form certificate
      """;

  private EnglishLexicon() {}
}
