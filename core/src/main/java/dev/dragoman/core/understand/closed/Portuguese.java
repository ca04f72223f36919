package dev.dragoman.core.understand.closed;

/// The words of Portuguese replies.
final class Portuguese {
  private Portuguese() {}

  static Lexicon lexicon() {
    Lexicon.Builder words = new Lexicon.Builder();
    answers(words);
    concepts(words);
    grammar(words);
    return words.build();
  }

  private static void answers(Lexicon.Builder words) {
    words
        .add(Role.PLAIN, "sim, não")
        .add(
            Role.ONLY,
            """
                nada, ninguém, nenhum, nenhuma, certo, perfeito, ótimo, legal, show, falso
                errado, pode, tudo bem, por favor, ta, quero, não quero, fechado, dispenso
                impossível""")
        .add(
            Role.STALL,
            """
                um segundo, um segundinho, um momento, um momentinho, um minuto, um minutinho
                um instante, já volto, peraí""")
        .add(
            Role.YES,
            """
            sim, s, ss, claro, claro que sim, com certeza, certo, certeza, tá, ta, tá bom, tá bem, está bem
            ok, okay, okey, beleza, blz, pode ser, pode, pode sim, por favor, isso, isso mesmo, exato
            exatamente, correto, com prazer, por que não, porque não, acho que sim, creio que sim
            espero que sim, combinado, perfeito, fechado, vamos lá, bora, aceito, confirmo, confirmado
            sem dúvida, sem dúvidas, obviamente, óbvio, uhum, aham, positivo, afirmativo, de acordo
            concordo, ótimo, legal, show, sim por favor, quero, quero sim, infelizmente sim, yes
            sem problema, tudo bem, verdade, é verdade, pois claro, com todo o gosto""")
        .add(
            Role.NO,
            """
            não, nao, n, nn, nop, nope, não obrigado, não obrigada, de jeito nenhum, de forma alguma
            de maneira nenhuma, nem pensar, nunca, jamais, claro que não, acho que não, creio que não
            não acho, ainda não, agora não, hoje não, não precisa, não é preciso, não é necessário
            infelizmente não, negativo, impossível, nada, nem um pouco, não quero, melhor não, na verdade não
            por enquanto não, nenhum, nenhuma, ninguém, nem morto, nem morta, falso, errado, discordo
            dispenso, não tenho interesse, que nada, nada disso, nem a pau, espero que não""")
        .add(
            Role.UNKNOWN,
            """
            não sei, nao sei, sei lá, não faço ideia, não faço a menor ideia, não tenho ideia
            não tenho certeza, não tenho a certeza, sem ideia, não decidi, ainda não decidi
            ainda não sei, não me lembro, não lembro, quem sabe, não saberia dizer, não sei dizer
            indeciso, indecisa, tenho que pensar, preciso pensar, vou pensar, depende, n sei, nsei
            não faço a mínima ideia, sem opinião""")
        .add(
            Role.ANY,
            """
            qualquer, qualquer um, qualquer uma, qualquer coisa, tanto faz, tanto me faz, dá na mesma
            é indiferente, indiferente, não importa, pouco importa, não me importo, sem preferência
            não tenho preferência, o que for, o que quiser, como quiser, você escolhe, você decide
            para mim é igual, é igual, me é igual, o que tiver""");
  }

  private static void concepts(Lexicon.Builder words) {
    words
        .add(
            Role.NEITHER,
            """
            nenhum, nenhuma, nenhum deles, nenhuma delas, nenhum dos dois, nenhuma das duas
            nenhuma das anteriores, nenhuma dessas, nenhum desses, nem um nem outro
            nenhuma das opções, não está na lista""")
        .add(Role.ALL, "todos, todas, tudo, ambos, ambas, os dois, as duas, os três, as três")
        .add(
            Role.OTHER,
            """
            outro, outra, outra coisa, outros, outras, outro assunto, outro motivo, outra opção
            algo diferente, outra questão, diferente, nenhuma das anteriores""")
        .add(
            Role.PERSON,
            """
            atendente, um atendente, humano, um humano, pessoa, uma pessoa, pessoa real, operador
            operadora, alguém, uma pessoa de verdade, ser humano, agente, falar com alguém
            falar com uma pessoa, assistente""")
        .add(
            Role.NEGATION,
            "não, não quero, nao, n, nunca, jamais, nem, em vez de, ao invés de, menos, exceto, salvo, sem ser, nada de, já não")
        .add(
            Role.FILLER,
            """
            por favor, pf, pfv, pfvr, obrigado, obrigada, obg, valeu, vlw, oi, olá, bom dia, boa tarde
            boa noite, desculpa, desculpe, o, a, os, as, um, uma, uns, umas, só, somente, apenas, quero
            queria, gostaria, gostaria de, eu quero, prefiro, escolho, fico com, vou de, vou querer
            me vê, me dá, acho, acho que, talvez, é, seria, vai ser, com, de, do, da, dos, das, para mim
            pra mim, eu, meu, minha, meus, minhas, então, bem, bom, né, tipo, hum, ah, eh, kkk, kk
            rs, haha, mesmo, mesma, essa, esse, isso, na verdade, infelizmente, preciso, sou, estou
            tenho, moro em, no, na, em, ao, aí, agora, ainda""")
        .add(
            Role.FUNCTION,
            """
            que, e, ou, se, me, te, lhe, nos, vos, ele, ela, eles, elas, você, vocês, vc, nós, tu
            seu, sua, seus, suas, teu, tua, por, para, pra, pro, como, quando, onde, mais, muito, já
            há, tem, têm, ser, era, foi, são, está, estão, estar, esta, este, estes, estas, porque
            mas, sobre, entre, até, desde, todo, algo, fazer, faço, ir, vou, vai, vamos, não, nem
            qual, quem, tão, assim, também, aqui, ali, lá, pelo, pela, num, numa, ter, quer, q, pq""")
        .add(
            Role.QUESTION,
            """
            que, o que, qual, quais, quem, quando, quanto, quanta, quantos, quantas, onde, como
            por que, porque é que, para que, a que, de que, em que, tem, têm, há, vocês têm, vocês tem
            é possível, você é, vc é, és, é um, será que, pode me dizer, podem me dizer, precisa de
            vocês fazem, vocês aceitam, aceitam, custa quanto, e se, tá aberto, está aberto""");
  }

  private static void grammar(Lexicon.Builder words) {
    words
        .add(
            Role.REQUEST,
            """
            posso, poderia, pode me, podem me, podia, podemos, você pode, vocês podem, dá para, dá pra
            seria possível, me dá""")
        .add(
            Role.CORRECTION,
            """
            não espera, espera, não desculpa, desculpa, desculpe, aliás, quer dizer, quis dizer, digo
            na verdade, melhor, ou melhor, me enganei, enganei-me, errei, ops""")
        .add(Role.OR, "ou")
        .add(Role.BUT, "mas, porém, contudo, embora, exceto, só que")
        .add(Role.OPTION, "número, num, nº, opção, a opção, resposta, letra, item, alternativa")
        .add(Role.LAST, "último, última, de baixo, a de baixo, o de baixo, final")
        .add(Role.MIDDLE, "do meio, o do meio, a do meio, no meio, intermediário, intermediária")
        .add(Role.MORE, "mais de, mais que, acima de, maior que, mais do que")
        .add(Role.LESS, "menos de, menos que, abaixo de, menor que, menos do que")
        .add(Role.AT_LEAST, "pelo menos, no mínimo, mínimo, a partir de, ao menos")
        .add(Role.AT_MOST, "no máximo, até, máximo, não mais de, não mais que")
        .sounds("ch:x, qu:k, ce:se, ci:si, c:k, ge:je, gi:ji, z:s, ss:s, h:")
        .numbers(
            "um/uma/primeiro/primeira/1o/1a, dois/duas/segundo/segunda/2o/2a,"
                + " tres/terceiro/terceira/3o/3a, quatro/quarto/quarta/4o/4a,"
                + " cinco/quinto/quinta/5o/5a, seis/sexto/sexta/6o/6a, sete/setimo/setima/7o/7a,"
                + " oito/oitavo/oitava/8o/8a, nove/nono/nona/9o/9a, dez/decimo/decima/10o/10a,"
                + " onze, doze");
  }
}
