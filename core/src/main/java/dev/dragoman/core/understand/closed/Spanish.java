package dev.dragoman.core.understand.closed;

/// The words of Spanish replies.
final class Spanish {
  private Spanish() {}

  static Lexicon lexicon() {
    Lexicon.Builder words = new Lexicon.Builder();
    answers(words);
    concepts(words);
    grammar(words);
    return words.build();
  }

  private static void answers(Lexicon.Builder words) {
    words
        .add(Role.PLAIN, "sí, no")
        .add(
            Role.ONLY,
            """
                nada, nadie, bien, bueno, genial, perfecto, listo, hecho, va, sale, cierto
                falso, paso, adelante, seguro, ninguno, ninguna, por favor, porfa, porfis
                imposible, incorrecto, venga, sin problema, está bien, sin duda, sin dudas
                no quiero""")
        .add(
            Role.STALL,
            """
                un segundo, un segundito, un momento, un momentito, un minuto, un minutito
                un rato, un ratito, dame un segundo, deme un segundo, dame un minuto
                deme un minuto, espera un segundo, ahora vuelvo, aguarda, ya vuelvo""")
        .add(
            Role.YES,
            """
            sí, sip, sipi, claro, claro que sí, por supuesto, desde luego, vale, ok, okey, okay, oki
            dale, bueno, está bien, esta bien, de acuerdo, correcto, exacto, afirmativo, así es
            obvio, obviamente, cómo no, como no, perfecto, seguro, creo que sí, supongo que sí
            me parece que sí, de una, listo, hecho, adelante, con gusto, por favor sí, porfa sí
            sin duda, sin dudas, efectivamente, en efecto, confirmo, confirmado, va, sale, órale
            eso es, cierto, es cierto, por qué no, porque no, genial, me encantaría, acepto, s, ajá
            espero que sí, me temo que sí, eso creo, tal cual, totalmente, bien, sin problema, hágale
            de lujo, buenísimo, ándale, venga, pues sí, yes, simón, sisi, sii, sep, dele, porfis
            por favor, porfa""")
        .add(
            Role.NO,
            """
            no, nop, nope, nel, nones, no gracias, para nada, de ninguna manera, en absoluto, ni loco
            ni loca, ni hablar, ni de broma, ni en pedo, ni modo, qué va, claro que no, creo que no
            no creo, me parece que no, por supuesto que no, desde luego que no, todavía no, aún no
            tampoco, nunca, jamás, imposible, negativo, lamentablemente no, desgraciadamente no
            no hace falta, no es necesario, mejor no, ahora no, hoy no, nada, no quiero, ninguno
            ninguna, nadie, no me interesa, no por ahora, por ahora no, falso, incorrecto, nah, na
            supongo que no, me temo que no, espero que no, no mucho, no realmente, la verdad que no
            la verdad no, pues no, ni en sueños, ni de coña, noo, nanai, paso, obvio que no""")
        .add(
            Role.UNKNOWN,
            """
            no sé, no lo sé, no se, nose, ni idea, no tengo idea, no tengo ni idea, no estoy seguro
            no estoy segura, no lo tengo claro, no lo he decidido, no me decido, sin decidir, quién sabe
            no sabría decir, no sabría decirle, no sabría decirte, no sabría, no recuerdo
            no me acuerdo, vaya a saber, ni la menor idea, no lo he pensado, todavía no sé
            todavía no lo sé, aún no lo sé, indeciso, indecisa, a saber, ns, ns nc, no opino
            no tengo opinión, no lo decidí, depende, tengo que pensarlo, lo tengo que pensar
            no decidí, ni sé, no sabemos, no lo sabemos, no tengo claro, yo que sé""");
  }

  private static void concepts(Lexicon.Builder words) {
    words
        .add(
            Role.ANY,
            """
            cualquiera, cualquier, cualquiera de ellos, cualquiera de los dos, me da igual, da igual
            me da lo mismo, da lo mismo, me es igual, es igual, lo mismo, sin preferencia
            no tengo preferencia, no importa, no me importa, lo que sea, el que sea, la que sea
            cuando sea, como sea, donde sea, indiferente, me es indiferente, el que quieras
            la que quieras, lo que quieras, como quieras, el que quiera, la que quiera, elige tú
            elija usted, ustedes eligen, el que haya, la que haya, tanto da, me vale cualquiera""")
        .add(
            Role.NEITHER,
            """
            ninguno, ninguna, ninguno de ellos, ninguna de ellas, ninguno de los dos, ninguna de esas
            ninguno de esos, ninguna de las anteriores, ninguno de los anteriores, ni uno ni otro
            ninguna de las dos, ninguna de las opciones, no está en la lista, ninguna opción""")
        .add(
            Role.ALL,
            "todo, todos, todas, ambos, ambas, los dos, las dos, todos ellos, las tres, los tres")
        .add(
            Role.OTHER,
            """
            otro, otra, otra cosa, otro tema, otra consulta, otro motivo, algo distinto, algo más
            otras, otros, otra opción, otra razón, otro asunto, algo diferente, ninguna de las anteriores
            distinto, diferente""")
        .add(
            Role.PERSON,
            """
            agente, un agente, humano, un humano, una persona, persona, persona real, operador, operadora
            asesor, asesora, representante, alguien, ejecutivo, ejecutiva, una persona real, ser humano
            hablar con alguien, hablar con una persona, hablar con un humano, atención al cliente""")
        .add(
            Role.NEGATION,
            """
            no, no quiero, nunca, jamás, tampoco, ni, en vez de, en lugar de, menos, salvo, excepto, nada de
            ya no, sin ser, todo menos, no es que""")
        .add(
            Role.FILLER,
            """
            por favor, xfa, porfa, porfavor, porfis, gracias, muchas gracias, mil gracias, hola, buenas
            buenos días, buenas tardes, buenas noches, perdón, perdona, disculpe, disculpa, el, la, lo
            los, las, un, una, unos, unas, uno, nomás, solo, sólo, solamente, quiero, quisiera, querría
            me gustaría, deseo, prefiero, elijo, escojo, me quedo con, dame, deme, ponme, póngame
            mándame, creo, creo que, supongo, pues, eh, ehh, mm, mmm, este, ah, oh, jaja, jajaja, jeje
            tal vez, quizás, quizá, a lo mejor, más bien, la verdad, mejor, sería, seria, es, con, de, del
            que sea, el de, la de, los de, las de, para mí, yo, soy, estoy, mi, mis, al, a, en, nada más
            mismo, misma, necesito, amigo, genia, señor, señorita, lamentablemente, eso, esa, ese
            ahora, che, tengo, va a ser, vivo en, voy a, puede ser, entonces, y listo, saludos
            me interesa, vamos con""");
  }

  private static void grammar(Lexicon.Builder words) {
    words
        .add(
            Role.FUNCTION,
            """
            que, qué, y, o, u, si, se, me, te, le, les, nos, os, su, sus, tu, tus, por, para, como, cómo
            cuando, cuándo, donde, dónde, más, mas, muy, ya, hay, ha, he, han, hemos, haber, ser, era
            fue, son, está, están, estar, esta, este, estos, estas, ese, esos, esas, aquel, lo que
            porque, pero, sobre, entre, hasta, desde, todo, algo, tiene, tienen, hacer, hago, ir, voy
            vas, va, vamos, no, ni, cual, cuál, quien, quién, tan, así, también, aquí, acá, allí, allá
            ahí, usted, ustedes, él, ella, ellos, nosotros, mío, mía, tuyo, les, q, k, x, xq, pq, d
            tan, cosa, no entiendo, no comprendo, algún, alguna, alguno, todavía, aún""")
        .add(
            Role.QUESTION,
            """
            qué, que es, cuál, cuáles, quién, quiénes, cuándo, cuánto, cuánta, cuántos, cuántas, dónde
            cómo, por qué, para qué, a qué, de qué, en qué, con qué, desde cuándo, adónde, tienen, tiene
            tenés, tienes, hay, es posible, se puede, puedo llevar, puede ser, podría ser, eres, sos
            es usted, me puede decir, me podría decir, me dices, me decís, puedes decirme, ustedes tienen
            saben si, sabe si, sabes si, aceptan, hacen, venden, de cuánto, hasta cuándo, está abierto
            y eso, y si, y qué, hace falta, hay que, cobran, incluye, viene con, q onda, cuanto vale""")
        .add(
            Role.REQUEST,
            """
            puedo, podría, podrías, me puedes, me puede, me podrías, me podría, puedes, se podría
            podemos, me das, me da, me pone, me pones, quería saber si puedo, sería posible""")
        .add(
            Role.CORRECTION,
            """
            no espera, espera, no perdón, perdón, mejor, mejor dicho, digo, quise decir, en realidad
            no mejor, bueno no, corrijo, me equivoqué, ay no, perdona, no no, o sea, miento, rectifico""")
        .add(Role.OR, "o, u")
        .add(Role.BUT, "pero, aunque, sin embargo, salvo que, excepto, sino")
        .add(Role.OPTION, "número, num, nro, nº, opción, la opción, respuesta, letra, punto")
        .add(Role.LAST, "último, última, de abajo, la de abajo, el de abajo, final, el final")
        .add(
            Role.MIDDLE,
            "del medio, de en medio, el del medio, la del medio, el medio, en el medio, la intermedia, el intermedio, intermedio, intermedia")
        .add(
            Role.MORE, "más de, mayor de, mayor que, por encima de, arriba de, más que, superior a")
        .add(Role.LESS, "menos de, menor de, menor que, por debajo de, debajo de, inferior a")
        .add(Role.AT_LEAST, "al menos, como mínimo, por lo menos, mínimo, a partir de, desde")
        .add(Role.AT_MOST, "como mucho, como máximo, hasta, a lo sumo, máximo, no más de")
        .sounds("ch:#, qu:k, ce:se, ci:si, c:k, ge:je, gi:ji, v:b, z:s, ll:y, h:, #:ch")
        .numbers(
            "uno/una/un/primero/primera/primer/1ro/1ra/1a/1o, dos/segundo/segunda/2do/2da/2a/2o,"
                + " tres/tercero/tercera/tercer/3ro/3ra/3a/3o, cuatro/cuarto/cuarta/4to/4ta/4a/4o,"
                + " cinco/quinto/quinta/5to/5ta/5a/5o, seis/sexto/sexta/6to/6ta/6a/6o,"
                + " siete/septimo/septima/7mo/7ma/7a/7o, ocho/octavo/octava/8vo/8va/8a/8o,"
                + " nueve/noveno/novena/9no/9na/9a/9o, diez/decimo/decima/10mo/10ma/10a/10o,"
                + " once/undecimo/undecima, doce/duodecimo/duodecima");
  }
}
