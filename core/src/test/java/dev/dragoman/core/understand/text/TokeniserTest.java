package dev.dragoman.core.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokeniserTest {
  @Test
  void cutsWordsAndKeepsTellingSigns() {
    assertThat(words("Don't you cost 10€, 'friend'?"))
        .containsExactly("don't", "you", "cost", "10", "€", "friend", "?");
  }

  @Test
  void takesEachHanCharacterAsAToken() {
    assertThat(words("打开客厅的灯 now")).containsExactly("打", "开", "客", "厅", "的", "灯", "now");
    assertThat(Tokeniser.tokens("灯").getFirst().kind()).isEqualTo(Token.Kind.HAN);
  }

  @Test
  void readsHanOutsideTheBasicPlane() {
    assertThat(words("𠮷野家")).containsExactly("𠮷", "野", "家");
  }

  @Test
  void keepsAccentsAndOffersTheWordWithoutThem() {
    Token token = Tokeniser.tokens("Pequeña").getFirst();
    assertThat(token.text()).isEqualTo("pequeña");
    assertThat(token.plain()).isEqualTo("pequena");
  }

  @Test
  void joinsTheCatalanDot() {
    assertThat(words("cancel·la")).containsExactly("cancel·la");
  }

  @Test
  void keepsEmojiAndDropsSelectors() {
    assertThat(words("ok ❤️ 👍")).containsExactly("ok", "❤", "👍");
  }

  @Test
  void readsRightToLeftWords() {
    assertThat(words("שלום עולם؟ مرحبا؟")).containsExactly("שלום", "עולם", "؟", "مرحبا", "؟");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(words("")).isEmpty();
    assertThat(words(" \u200b\u2066...\uD800")).isEmpty();
  }

  @Test
  void readsNoFurtherThanTheLimitAndNoHalfPair() {
    assertThat(words("a".repeat(10_000)).getFirst()).hasSize(Tokeniser.MAX_CHARACTERS);
    List<String> emoji = words("a" + "😀".repeat(Tokeniser.MAX_CHARACTERS));
    assertThat(emoji).hasSize(Tokeniser.MAX_CHARACTERS / 2);
    assertThat(emoji.getLast()).isEqualTo("😀");
  }

  private static List<String> words(String text) {
    return Tokeniser.tokens(text).stream().map(Token::text).toList();
  }
}
