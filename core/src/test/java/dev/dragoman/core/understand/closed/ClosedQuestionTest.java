package dev.dragoman.core.understand.closed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.core.bot.Question.Hints;
import dev.dragoman.core.bot.Question.Meaning;
import dev.dragoman.core.bot.Question.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedQuestionTest {
  private static final ClosedQuestion PAY =
      question(
          "en",
          answer("card", "Credit card", "visa", "plastic"),
          answer("cash", "Cash", "notes and coins"),
          answer("bank", "Bank transfer"),
          answer("later", "Pay later"));

  private static final ClosedQuestion SIZE =
      question("en", answer("s", "Small"), answer("m", "Medium"), answer("l", "Large", "big"));

  private static final ClosedQuestion COMING =
      question(
          "en",
          meaning("y", "I'll come", Meaning.YES),
          meaning("n", "I can't make it", Meaning.NO),
          meaning("u", "I'll tell you later", Meaning.UNKNOWN));

  private static final ClosedQuestion AGE =
      question(
          "en",
          range("child", "Child", 0, 12),
          range("teen", "Teenager", 13, 17),
          range("adult", "Adult", 18, null));

  private static AnswerSpec answer(String id, String label, String... synonyms) {
    return new AnswerSpec(
        id, List.of(label), new Hints(List.of(synonyms), List.of(), null, Meaning.OTHER));
  }

  private static AnswerSpec meaning(String id, String label, Meaning meaning) {
    return new AnswerSpec(id, List.of(label), new Hints(List.of(), List.of(), null, meaning));
  }

  private static AnswerSpec range(String id, String label, double from, @Nullable Integer to) {
    Range range = new Range(from, to == null ? null : to.doubleValue());
    return new AnswerSpec(
        id, List.of(label), new Hints(List.of(), List.of(), range, Meaning.OTHER));
  }

  private static AnswerSpec taught(String id, String label, String... examples) {
    return new AnswerSpec(
        id, List.of(label), new Hints(List.of(), List.of(examples), null, Meaning.OTHER));
  }

  private static ClosedQuestion question(String language, AnswerSpec... answers) {
    return ClosedQuestion.compile(List.of(answers), List.of(language));
  }

  private static String found(Classified classified) {
    return classified.answerId() + " " + classified.rule();
  }

  @Test
  void aPressedButtonIsItsAnswer() {
    assertThat(found(SIZE.pressed("m"))).isEqualTo("m BUTTON_ID");
    assertThat(SIZE.pressed("M").accepted()).isFalse();
    assertThat(found(SIZE.classify("l", "en"))).isEqualTo("l BUTTON_ID");
    assertThat(SIZE.typed("l", "en").accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "credit card | card LABEL",
        "CRÉDIT  CARD!! | card LABEL",
        "with my credit card please | card LABEL",
        "crdit card | card LABEL",
        "visa | card SYNONYM",
        "I'd like to use notes and coins | cash SYNONYM",
        "cash, I never carry plastic | cash LABEL",
        "can i pay by bank transfer? | bank LABEL",
        "card... no wait, cash | cash LABEL",
        "not cash, credit card | card LABEL",
      })
  void labelsAndSynonymsAreFound(String reply, String expected) {
    assertThat(found(PAY.typed(reply, "en"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not cash",
        "no, the other",
        "cash or visa",
        "is cash possible?",
        "how do I pay with visa",
        "none of them",
        "all of them",
        "you took 40 twice",
        "one second",
        "hello",
        "bitcoin",
        "???",
        "",
        " ",
        "😂😂😂"
      })
  void whatIsNoAnswerIsRefused(String reply) {
    Classified classified = PAY.typed(reply, "en");
    assertThat(found(classified)).isEqualTo("null NONE");
  }

  @ParameterizedTest
  @CsvSource({
    "2,m",
    "2),m",
    "number 3,l",
    "the second one,m",
    "the last one please,l",
    "the first,s",
    "in the middle,m",
    "b,m",
    "option C,l",
    "3rd,l",
    "1,s"
  })
  void aPlaceInTheListIsCounted(String reply, String expected) {
    assertThat(found(SIZE.typed(reply, "en"))).isEqualTo(expected + " POSITION");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "0",
        "12345",
        "99999999999999999999",
        "the first two",
        "not the first",
        "2 or 3",
        "d"
      })
  void aPlaceOutsideTheListIsNone(String reply) {
    assertThat(SIZE.typed(reply, "en").accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | y",
        "yesss!! | y",
        "of course, why not | y",
        "I'm afraid so | y",
        "👍🏽 | y",
        "sure | y",
        "see you then 👍 | y",
        "no | n",
        "nope, too far | n",
        "I'm afraid not | n",
        "not really | n",
        "I don't think so | n",
        "unfortunately not | n",
        "I won't come | n",
        "no idea | u",
        "dunno yet | u",
        "I'm not sure | u",
      })
  void yesNoAndUnknownAreRead(String reply, String expected) {
    assertThat(COMING.typed(reply, "en").answerId()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok, where is it?",
        "yes, but not on tuesday",
        "what time?",
        "nothing to do with that"
      })
  void aDoubtfulYesIsNone(String reply) {
    assertThat(COMING.typed(reply, "en").accepted()).isFalse();
  }

  @Test
  void yesIsNoAnswerWhereNothingMeansYes() {
    assertThat(SIZE.typed("yes", "en").accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "13,teen",
    "I'm 40,adult",
    "she's 12.5,child",
    "over 30,adult",
    "less than 10,child",
    "at least 18,adult"
  })
  void aNumberFallsIntoItsRange(String reply, String expected) {
    assertThat(found(AGE.typed(reply, "en"))).isEqualTo(expected + " RANGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25 kg", "over 10", "12 or 13", "B40", "is 12 ok?"})
  void aNumberThatFitsNoSingleRangeIsNone(String reply) {
    assertThat(AGE.typed(reply, "en").accepted()).isFalse();
  }

  @Test
  void aNumberIsAValueAndNoPlaceWhereAnswersHaveRanges() {
    assertThat(AGE.typed("3", "en").answerId()).isEqualTo("child");
  }

  @Test
  void likeWordsAreEnoughWhenOnlyOneAnswerHasThem() {
    ClosedQuestion topic =
        question(
            "en", answer("pay", "Late payment fees"), answer("ship", "Late delivery of goods"));
    assertThat(found(topic.typed("the fees", "en"))).isEqualTo("pay SIMILARITY");
    assertThat(topic.typed("it's late", "en").accepted()).isFalse();
  }

  @Test
  void examplesOfTheAuthorTeach() {
    ClosedQuestion topic =
        question(
            "en",
            taught("bill", "Billing", "I was charged twice", "my invoice is wrong"),
            taught("net", "Connection", "the wifi keeps dropping", "netflix is buffering"));
    assertThat(found(topic.typed("why was i charged twice??", "en"))).isEqualTo("null NONE");
    assertThat(found(topic.typed("they charged me twice", "en"))).isEqualTo("bill EXAMPLES");
    assertThat(found(topic.typed("wifi keeps dropping again", "en"))).isEqualTo("net EXAMPLES");
  }

  @Test
  void theRunnerUpIsNamed() {
    Classified refused = PAY.typed("cash or visa", "en");
    assertThat(refused.runnerUp()).isNotNull();
    assertThat(refused.runnerUp().answerId()).isIn("cash", "card");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | la segunda | b POSITION",
        "es | el último | c POSITION",
        "es | quiero la roja | a LABEL",
        "es | no la roja | null NONE",
        "es | un segundo | null NONE",
        "es | da igual | null NONE",
        "fr | la deuxième | b POSITION",
        "fr | la dernière s'il vous plaît | c POSITION",
        "fr | pas la roja | null NONE",
        "pt | a segunda | b POSITION",
        "pt | não quero a roja | null NONE",
        "pt | a terceira, por favor | c POSITION",
        "zh | 第二个 | b POSITION",
        "zh | 最后一个 | c POSITION",
        "de | 2 | b POSITION",
        "de | roja! | a LABEL",
      })
  void placesAndNegationAreKnownInEachLanguage(String language, String reply, String expected) {
    ClosedQuestion colour =
        question(language, answer("a", "Roja"), answer("b", "Verde"), answer("c", "Azul"));
    assertThat(found(colour.typed(reply, language))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | claro que sí | y",
        "es | todavía no | n",
        "es | ni idea | u",
        "fr | bien sûr | y",
        "fr | pas encore | n",
        "fr | je sais pas | u",
        "pt | com certeza | y",
        "pt | ainda não | n",
        "pt | sei lá | u",
        "zh | 好的 | y",
        "zh | 不用了 | n",
        "zh | 不知道 | u",
        "zh | 没问题！ | y"
      })
  void yesNoAndUnknownAreKnownInEachLanguage(String language, String reply, String expected) {
    ClosedQuestion question =
        question(
            language,
            meaning("y", "Aaa", Meaning.YES),
            meaning("n", "Bbb", Meaning.NO),
            meaning("u", "Ccc", Meaning.UNKNOWN));
    assertThat(question.typed(reply, language).answerId()).isEqualTo(expected);
  }

  @Test
  void chineseLabelsAreFoundInsideAReply() {
    ClosedQuestion cup = question("zh", answer("s", "小杯"), answer("m", "中杯"), answer("l", "大杯"));
    assertThat(found(cup.typed("我要大杯，谢谢", "zh"))).isEqualTo("l LABEL");
    assertThat(cup.typed("不要大杯", "zh").accepted()).isFalse();
    assertThat(cup.typed("大的", "zh").answerId()).isEqualTo("l");
  }

  @Test
  void aReplyInAnUnknownLanguageIsReadInTheFirst() {
    assertThat(found(SIZE.typed("the last one", "xx"))).isEqualTo("l POSITION");
  }

  @Test
  void twoAnswersOfOneLabelAreNeverChosenByIt() {
    ClosedQuestion twins =
        question("en", answer("a", "Other"), answer("b", "Other"), answer("c", "Red"));
    assertThat(twins.typed("other", "en").accepted()).isFalse();
  }

  @Test
  void hostileTextIsReadInBoundsAndRefused() {
    List<String> texts = new ArrayList<>();
    texts.add("a".repeat(1_000_000));
    texts.add("no ".repeat(300_000));
    texts.add("1".repeat(100_000));
    texts.add("\uD83D".repeat(999) + "\uDC4D".repeat(999));
    texts.add("x".repeat(999) + "\uD83D\uDC4D");
    texts.add("e" + "\u0301".repeat(5_000));
    texts.add("\u0000\u0001\u202E\uFEFF");
    texts.add("’’’'''```...,,,???¿¿¿---");
    texts.add("٣ ३ ３");
    texts.add("1:2.3.4:5:::6...7");
    for (String text : texts) {
      assertThat(PAY.typed(text, "en").accepted()).as("%.20s", text).isFalse();
      assertThat(COMING.typed(text, "zh").score()).isBetween(0.0, 1.0);
      assertThat(AGE.typed(text, "es").score()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void labelsWithoutWordsAreFoundAsWritten() {
    ClosedQuestion stars = question("en", answer("1", "★"), answer("2", "★★"));
    assertThat(found(stars.typed(" ★★ ", "en"))).isEqualTo("2 LABEL");
    assertThat(stars.typed("★★★", "en").accepted()).isFalse();
  }

  @Test
  void questionsThatCannotBeAskedAreRefused() {
    assertThatThrownBy(() -> ClosedQuestion.compile(List.of(), List.of("en")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> question("en", answer("a", "A"), answer("a", "B")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "en, cheque or cash, false",
    "en, cash or a cheque, false",
    "en, cash or whatever, true",
    "es, cheque o cash, false",
    "fr, chèque ou cash, false",
    "pt, cheque ou cash, false",
    "zh, 支票或者cash, false",
    "zh, cash, true",
  })
  void oneOfTwoThatTheListHasNotBothOfIsNone(String language, String reply, boolean accepted) {
    ClosedQuestion cash = question(language, answer("cash", "Cash"), answer("visa", "Visa"));
    assertThat(cash.typed(reply, language).accepted()).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "1500€, dear",
    "1 500 €, dear",
    "300 euros, cheap",
    "1500 $, ",
    "1500 kg, ",
  })
  void aNumberMayHaveTheUnitOfTheAnswers(String reply, @Nullable String expected) {
    ClosedQuestion budget =
        question(
            "fr",
            range("cheap", "Moins de 500 €", 0, 499),
            range("dear", "500 € et plus", 500, null));
    assertThat(budget.typed(reply, "fr").answerId()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"我15岁, teen", "大概15, teen", "5月生日, ", "B15, "})
  void chineseNumbersStandBesideTheirWords(String reply, @Nullable String expected) {
    ClosedQuestion age = question("zh", range("child", "儿童", 0, 12), range("teen", "少年", 13, 17));
    assertThat(age.typed(reply, "zh").answerId()).isEqualTo(expected);
  }

  @Test
  void aWordOfTheAnswersIsNoPlace() {
    ClosedQuestion rooms =
        question(
            "pt",
            answer("one", "Quarto de solteiro"),
            answer("two", "Quarto de casal"),
            answer("three", "Quarto duplo"),
            answer("four", "Suíte"));
    assertThat(rooms.typed("quarto", "pt").accepted()).isFalse();
    assertThat(found(rooms.typed("a quarta", "pt"))).isEqualTo("four POSITION");
  }
}
