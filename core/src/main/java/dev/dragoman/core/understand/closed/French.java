package dev.dragoman.core.understand.closed;

/// The words of French replies.
final class French {
  private French() {}

  static Lexicon lexicon() {
    Lexicon.Builder words = new Lexicon.Builder();
    answers(words);
    concepts(words);
    grammar(words);
    return words.build();
  }

  private static void answers(Lexicon.Builder words) {
    words
        .add(Role.PLAIN, "oui, non")
        .add(
            Role.ONLY,
            """
                rien, personne, aucun, aucune, parfait, faux, inutile, correct, si, entendu
                sans doute, s'il vous plaît, svp, grave, incorrect, exact""")
        .add(
            Role.STALL,
            """
                une seconde, un moment, un instant, une minute, deux minutes, deux secondes
                une petite minute, je reviens""")
        .add(
            Role.YES,
            """
            oui, ouais, ouaip, ouep, oui oui, bien sûr, bien sur que oui, évidemment, d'accord, ok, okay
            dac, daccord, volontiers, avec plaisir, pourquoi pas, tout à fait, exact, exactement
            absolument, certainement, sans doute, sans problème, pas de problème, pas de souci, parfait
            ça marche, ça me va, c'est bon, c'est ça, entendu, allez-y, vas-y, je crois que oui
            je pense que oui, j'espère, si, mais si, carrément, grave, effectivement, affirmatif
            je confirme, confirmé, je veux bien, oui merci, s'il vous plaît, svp, yes, yep, o, correct""")
        .add(
            Role.NO,
            """
            non, nan, non merci, pas du tout, jamais, jamais de la vie, bien sûr que non, surtout pas
            pas vraiment, pas encore, pas maintenant, pas aujourd'hui, pas besoin, je ne crois pas
            je ne pense pas, je crois pas, je pense pas, je crois que non, je pense que non
            malheureusement non, malheureusement pas, pas nécessaire, pas la peine, ce n'est pas la peine
            inutile, impossible, aucun, aucune, négatif, rien, personne, certainement pas, absolument pas
            hors de question, ça ne m'intéresse pas, pas intéressé, pas intéressée, faux, incorrect
            ça ira, no, nope, pas question, plutôt pas, pas sur moi, pas avec moi""")
        .add(
            Role.UNKNOWN,
            """
            je ne sais pas, je sais pas, sais pas, chais pas, jsp, j'sais pas, aucune idée, pas d'idée
            je n'en sais rien, j'en sais rien, pas sûr, pas sûre, je ne suis pas sûr
            je ne suis pas sûre, je suis pas sûr, je suis pas sûre, pas encore décidé, pas décidé
            je n'ai pas décidé, j'hésite, indécis, indécise, je ne me souviens pas, je ne me rappelle plus
            je me souviens plus, qui sait, difficile à dire, je ne sais plus, je ne sais pas encore
            je ne saurais pas dire, je ne saurais dire, sans opinion, ça dépend""")
        .add(
            Role.ANY,
            """
            n'importe, n'importe lequel, n'importe laquelle, n'importe quand, n'importe où
            peu importe, ça m'est égal, cela m'est égal, m'est égal, c'est égal, égal, au choix
            comme vous voulez, comme tu veux, indifférent, pas de préférence, sans préférence
            aucune préférence, l'un ou l'autre, je m'en fiche, tout me va, les deux me vont""");
  }

  private static void concepts(Lexicon.Builder words) {
    words
        .add(
            Role.NEITHER,
            """
            aucun, aucune, aucun des deux, aucune des deux, aucun d'eux, aucune d'elles
            aucune de ces réponses, ni l'un ni l'autre, ni l'une ni l'autre, rien de tout ça
            aucun de ceux-là, pas dans la liste""")
        .add(Role.ALL, "tous, toutes, tout, les deux, tous les deux, toutes les deux, les trois")
        .add(
            Role.OTHER,
            """
            autre, autre chose, un autre, une autre, autres, un autre sujet, une autre question
            une autre raison, rien de tout cela, différent""")
        .add(
            Role.PERSON,
            """
            agent, un agent, conseiller, conseillère, un conseiller, humain, un humain, quelqu'un
            une personne, une vraie personne, opérateur, personne réelle, être humain, service client""")
        .add(
            Role.NEGATION,
            "pas, ne, n, jamais, non, ni, sauf, plutôt que, au lieu de, aucun, aucune, sans, surtout pas")
        .add(
            Role.FILLER,
            """
            s'il vous plaît, s'il te plaît, svp, stp, merci, merci beaucoup, bonjour, salut, bonsoir
            coucou, désolé, désolée, pardon, le, la, les, l, un, une, des, du, de, d, juste, seulement
            je veux, je voudrais, j'aimerais, je prends, je préfère, je choisis, je pense, je crois
            donnez-moi, mettez-moi, plutôt, peut-être, c'est, ce sera, ça sera, ce serait, pour moi
            moi, mon, ma, mes, alors, bon, ben, bah, euh, hein, donc, enfin, voilà, celui, celle
            celui de, celle de, en fait, malheureusement, j'ai besoin de, j'ai, je suis, probablement
            avec, au, aux, à, en, mdr, lol, haha, encore, toujours, vraiment""")
        .add(
            Role.FUNCTION,
            """
            je, j, tu, il, elle, on, nous, vous, ils, elles, me, m, te, t, se, s, lui, leur, y, ce, c
            cet, cette, ces, que, qu, qui, quoi, et, ou, où, mais, si, comme, dans, sur, sous, pour
            par, avec, sans, est, es, suis, sont, était, sera, être, ai, as, a, avons, avez, ont, avoir
            fait, faire, va, vais, aller, plus, trop, bien, tout, ne, pas, n, votre, vos, notre
            nos, son, sa, ses, où est, où sont, où en est, quel, quelle, comment, quand, combien, pourquoi, là, ici, déjà, aussi""")
        .add(
            Role.QUESTION,
            """
            quel, quelle, quels, quelles, que, qu'est-ce, qu'est-ce que, est-ce que, est-ce, qui, quoi
            quand, où, comment, combien, pourquoi, à quelle, à quel, de quel, de quelle, c'est quoi
            avez-vous, y a-t-il, il y a, êtes-vous, es-tu, faut-il, il faut, vous avez, vous êtes
            vous faites, peut-on, c'est combien, c'est où, ça coûte, puis-je savoir, et si""");
  }

  private static void grammar(Lexicon.Builder words) {
    words
        .add(
            Role.REQUEST,
            """
            je peux, puis-je, pourrais-je, pouvez-vous, pourriez-vous, est-ce que je peux, on peut
            peux-tu, pourrait-on, est-ce possible, serait-il possible, je pourrais""")
        .add(
            Role.CORRECTION,
            """
            non attendez, attendez, attends, non pardon, pardon, en fait, je veux dire, je voulais dire
            plutôt, ou plutôt, je me trompe, je me suis trompé, je me suis trompée, oups, finalement""")
        .add(Role.OR, "ou")
        .add(Role.BUT, "mais, cependant, sauf, quoique, bien que")
        .add(Role.OPTION, "numéro, num, option, réponse, choix, lettre, point, le choix")
        .add(Role.LAST, "dernier, dernière, tout en bas, en bas, celui du bas, celle du bas")
        .add(Role.MIDDLE, "du milieu, au milieu, celui du milieu, celle du milieu, le milieu")
        .add(Role.MORE, "plus de, plus que, au-dessus de, au delà de, supérieur à")
        .add(Role.LESS, "moins de, moins que, au-dessous de, en dessous de, inférieur à")
        .add(Role.AT_LEAST, "au moins, au minimum, minimum, à partir de, dès")
        .add(Role.AT_MOST, "au plus, au maximum, maximum, jusqu'à, pas plus de")
        .numbers(
            "un/une/premier/premiere/1er/1ere, deux/deuxieme/second/seconde/2e/2eme,"
                + " trois/troisieme/3e/3eme, quatre/quatrieme/4e/4eme, cinq/cinquieme/5e/5eme,"
                + " six/sixieme/6e/6eme, sept/septieme/7e/7eme, huit/huitieme/8e/8eme,"
                + " neuf/neuvieme/9e/9eme, dix/dixieme/10e/10eme, onze/onzieme, douze/douzieme");
  }
}
