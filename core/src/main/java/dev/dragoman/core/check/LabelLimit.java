package dev.dragoman.core.check;

import java.util.Arrays;
import java.util.Optional;

/// How long the labels of channels may be, in characters (code points).
///
/// The most that each channel shows of one label, and for which element and how many of them at
/// once it holds: WhatsApp shows up to three choices as buttons and up to ten as rows of a list,
/// and has to spell out more of them as text.
enum LabelLimit {
  WHATSAPP_BUTTON("a WhatsApp button", Element.CHOICE, 1, 3, 20),
  WHATSAPP_ROW("a row of a WhatsApp list", Element.CHOICE, 4, 10, 24),
  MESSENGER_QUICK_REPLY("a Messenger quick reply", Element.CHOICE, 1, 13, 20),
  WHATSAPP_LIST_ROW("a row of a WhatsApp list", Element.LIST_ROW, 1, 10, 24),
  WHATSAPP_SECTION("a section of a WhatsApp list", Element.SECTION, 1, 10, 24),
  CARD_BUTTON("a button of a card", Element.CARD_BUTTON, 1, 3, 20);

  /// What carries a label.
  enum Element {
    CHOICE,
    LIST_ROW,
    SECTION,
    CARD_BUTTON
  }

  private final String shownAs;
  private final Element element;
  private final int fewest;
  private final int most;
  private final int characters;

  LabelLimit(String shownAs, Element element, int fewest, int most, int characters) {
    this.shownAs = shownAs;
    this.element = element;
    this.fewest = fewest;
    this.most = most;
    this.characters = characters;
  }

  /// The first limit a label of this length breaks, when it is one of `count`.
  static Optional<LabelLimit> broken(Element element, int count, int length) {
    return Arrays.stream(values())
        .filter(limit -> limit.element == element && count >= limit.fewest && count <= limit.most)
        .filter(limit -> length > limit.characters)
        .findFirst();
  }

  String shownAs() {
    return shownAs;
  }

  int characters() {
    return characters;
  }
}
