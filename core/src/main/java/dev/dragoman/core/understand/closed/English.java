package dev.dragoman.core.understand.closed;

/// The words of English replies.
final class English {
  private static final String PRONOUNS = "i he she it we they you this that there";
  private static final String VERBS =
      "do does did am is are was were have has had will would can could should";

  private English() {}

  static Lexicon lexicon() {
    Lexicon.Builder words = new Lexicon.Builder();
    answers(words);
    concepts(words);
    grammar(words);
    places(words);
    return shortAnswers(words).build();
  }

  private static void answers(Lexicon.Builder words) {
    words
        .add(Role.PLAIN, "yes, no")
        .add(
            Role.ONLY,
            """
                    nothing, nobody, no one, right, fine, cool, great, perfect, true, false, wrong
                    skip, pass, k, ya, totally, naturally, deal, correct, incorrect, alright
                    obviously, impossible, hardly""")
        .add(
            Role.STALL,
            """
                    one second, a second, one sec, a sec, just a sec, just a second, one moment
                    a moment, one minute, a minute, one min, hang on, hold on, wait a second
                    wait a minute, give me a minute, give me a second, brb""")
        .add(
            Role.YES,
            """
                yes, yep, yeah, yea, ya, yup, yess, yh, y, aye, ok, okay, okey, k, kk, sure, sure thing
                of course, why not, definitely, absolutely, certainly, go ahead, go for it, indeed
                correct, right, thats right, thats correct, exactly, agreed, affirmative, confirmed
                sounds good, sounds great, please do, yes please, for sure, i think so, i guess so
                i suppose so, i believe so, i hope so, im afraid so, afraid so, fine, alright, deal
                will do, with pleasure, id love to, love to, by all means, no problem, perfect
                that works, works for me, fine by me, fine with me, why wouldnt i, 100%, totally
                true, cool, great, obviously, naturally, ofc, obvs, you bet, no doubt, without a doubt
                not a problem, no worries, do it, lets do it, count me in, im in""")
        .add(
            Role.NO,
            """
                no, nope, nah, naw, n, noo, never, no way, no thanks, no thank you, not really
                absolutely not, definitely not, certainly not, of course not, im afraid not
                afraid not, unfortunately not, sadly not, i dont think so, dont think so, no need
                not yet, not at all, not now, not today, not this time, not interested, disagree
                negative, id rather not, rather not, prefer not to, dont bother, i guess not
                i suppose not, hell no, not needed, false, incorrect, wrong, nothing, none needed
                dont want to, dont want it, i dont want it, i dont want to, not necessary, hardly
                not anymore, not any more, no chance, not a chance, not for me, skip, pass
                no one, nobody, nothing yet, neither""")
        .add(
            Role.UNKNOWN,
            """
                dont know, i dont know, do not know, dunno, idk, i dunno, no idea, not sure, im not sure
                unsure, no clue, cant say, hard to say, couldnt tell you, cant tell, couldnt say
                havent decided, not decided, undecided, cant decide, not decided yet, cant remember
                dont remember, do not remember, dont recall, who knows, havent a clue, havent got a clue
                dont have a clue, wouldnt know, still thinking, ask me later, i wonder, not certain
                dont have an opinion, no opinion, not a clue, haven't made up my mind, need to think
                have to think""");
  }

  private static void concepts(Lexicon.Builder words) {
    words
        .add(
            Role.ANY,
            """
                any, anything, any of them, either, either one, whichever, whatever, no preference
                dont mind, do not mind, dont care, do not care, doesnt matter, does not matter
                makes no difference, all the same, all the same to me, not fussed, not bothered
                up to you, you choose, you decide, surprise me, anyone, any time, anytime, whenever
                either is fine, not important, no matter, indifferent, dosent matter, dont really mind
                dont really care, doesnt really matter""")
        .add(
            Role.NEITHER,
            """
                none, none of them, none of these, none of those, none of the above, neither
                neither of them, not any of them, no one of them, not listed, isnt listed""")
        .add(
            Role.ALL,
            "all, all of them, both, both of them, everything, every one, all of these, all of the above")
        .add(
            Role.OTHER,
            """
                other, another, something else, smth else, sth else, another one, anything else
                other reason, something different, none of the above, none of these, a different one
                somewhere else, someone else, another reason, different reason, not listed""")
        .add(
            Role.PERSON,
            """
                human, a human, agent, an agent, real person, a real person, person, operator
                representative, rep, someone, somebody, human being, customer service, talk to a person
                live agent, speak to someone, talk to someone, a real human, real human, staff""")
        .add(
            Role.NEGATION,
            """
                not, dont want, dont want to, dont want it, i dont want, i dont want to
                i dont want it, not interested, dont, doesnt, didnt, isnt, arent, wasnt, werent, cant, cannot, couldnt, wont
                wouldnt, shouldnt, havent, hasnt, hadnt, aint, never, no, without any, nothing to do with
                rather than, instead of, anything but, neither, nor, no longer, no more, except, dnt
                hate""");
  }

  private static void grammar(Lexicon.Builder words) {
    words
        .add(
            Role.FILLER,
            """
                please, pls, plz, plis, thanks, thank you, thx, ty, cheers, mate, hi, hello, hey, sorry
                for me, the, a, an, one, just, only, really, very, so, well, um, uh, hmm, erm, oh, ah
                i want, i would like, id like, i d like, ill take, ill have, ill go for, ill go with
                i will take, i choose, i pick, i prefer, id prefer, id say, i think, i guess, i suppose
                maybe, make it, give me, let me have, lets go with, lets go for, go with, go for
                want, would like, wanna, lol, haha, xx, x, dear, sir, madam, then, actually, now, still
                unfortunately, sadly, afraid, i mean, its, it is, im, i am, that one, this one, ones
                some, kind of, sort of, my answer is, would be, it would be, thanks a lot, please and thanks
                love, my, mine, with, good morning, good evening, for now, too, also
                i need, need, i live in, i work in, perhaps, btw, btw, all good""")
        .add(
            Role.FUNCTION,
            """
                i, you, he, she, it, we, they, me, him, her, us, them, your, his, our, their, this, that
                these, those, of, to, in, on, at, for, from, by, about, into, as, is, am, are, was, were
                be, been, being, do, does, did, have, has, had, will, would, can, could, should, may
                might, must, and, or, if, than, there, here, what, which, who, how, when, where, why
                youre, were, theyre, hes, shes, thats, theres, ive, youve, weve, id, ill, get, got
                getting, any, all, up, out, going, go, not, no, dont, cant, wont, also, too, rather
                something, anything, someone, thing, things, u, ur, r, via, per, the, a, an, smth
                ago, already, yet, again, since, dont understand, do not understand, at all""")
        .add(
            Role.QUESTION,
            """
                what, whats, which, who, whos, whose, how, hows, when, whens, where, wheres, why
                do you, does it, does the, do i, do they, do we, did you, did they, is it, is the
                is there, is that, is this, are you, are there, are they, are we, was it, has it
                have you, have i, any chance, what about, how about, am i, is my, do u, are u, r u
                can my, can u tell, can you tell, could you tell, can it, could it, could that
                would it, should i, will it, will i, will you, will there, shall i, isnt it, isnt there
                dont you, doesnt it, any good, wheres, can they, does that, does this, do your
                can i ask, may i ask, could i ask, can you explain, what if, got any""")
        .add(
            Role.REQUEST,
            """
                can i, could i, may i, can you, could you, can we, could we, would you, will you
                would it be possible, is it possible, can i have, can i get, can u, could u""")
        .add(
            Role.CORRECTION,
            """
                no wait, wait, wait no, actually, i mean, i meant, sorry, scratch that, on second thought
                on second thoughts, correction, make that, oops, no sorry, or rather, better""")
        .add(Role.OR, "or")
        .add(Role.BUT, "but, though, although, however, except")
        .add(Role.OPTION, "number, nr, num, option, answer, choice, letter, item, position")
        .add(Role.LAST, "last, final, bottom, the bottom, the very last");
  }

  private static void places(Lexicon.Builder words) {
    words
        .add(Role.MIDDLE, "in the middle, the middle, middle, in between, the center, the centre")
        .add(Role.MORE, "more than, over, above, older than, longer than, greater than, upwards of")
        .add(Role.LESS, "less than, under, below, younger than, fewer than, shorter than")
        .add(Role.AT_LEAST, "at least, minimum, from")
        .add(Role.AT_MOST, "at most, up to, maximum, no more than, not more than, max")
        .numbers(
            "one/first/1st, two/second/2nd, three/third/3rd, four/fourth/4th, five/fifth/5th,"
                + " six/sixth/6th, seven/seventh/7th, eight/eighth/8th, nine/ninth/9th,"
                + " ten/tenth/10th, eleven/eleventh/11th, twelve/twelfth/12th");
  }

  /// "he did", "it wasn't", "we do not".
  private static Lexicon.Builder shortAnswers(Lexicon.Builder words) {
    for (String pronoun : PRONOUNS.split(" ")) {
      for (String verb : VERBS.split(" ")) {
        String positive = pronoun + " " + verb;
        words.add(Role.FUNCTION, positive).add(Role.SHORT_YES, positive);
        for (String negative : new String[] {positive + " not", positive + "nt"}) {
          words.add(Role.NEGATION, negative).add(Role.SHORT_NO, negative);
        }
      }
    }
    return words;
  }
}
