package dev.dragoman.core.understand.closed;

/// What a word or fixed phrase of a language does in a reply.
enum Role {
  YES,
  NO,
  /// "I don't know".
  UNKNOWN,
  /// Yes or no itself, no other word for it.
  PLAIN,
  /// Makes a yes or no count only where it is its whole clause: "nothing", "well", "right".
  ONLY,
  /// Asks for patience: "one second" is no place in a list.
  STALL,
  /// "He did", "it is": yes when nothing follows in its clause.
  SHORT_YES,
  /// "He didn't": no when nothing follows in its clause.
  SHORT_NO,
  /// "Any of them".
  ANY,
  /// "None of them".
  NEITHER,
  /// "All of them", "both".
  ALL,
  /// "Something else".
  OTHER,
  /// A human being to talk to.
  PERSON,
  /// Turns the words after it into their opposite.
  NEGATION,
  /// Politeness, padding and determiners: says nothing about the answer.
  FILLER,
  /// Words of grammar: they weigh little.
  FUNCTION,
  /// "Or": what stands on both sides of it is one of two.
  OR,
  /// Begins a question.
  QUESTION,
  /// Begins a question that asks for something: "can I have".
  REQUEST,
  /// Takes back what was said before.
  CORRECTION,
  /// Begins a clause that limits the one before.
  BUT,
  /// Goes with a place in the list: "number", "option".
  OPTION,
  LAST,
  MIDDLE,
  MORE,
  LESS,
  AT_LEAST,
  AT_MOST;

  // A role's bit lives in memory only: the order of the constants is nobody else's business.
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }

  boolean in(int roles) {
    return (roles & bit()) != 0;
  }

  static int bits(Role... roles) {
    int bits = 0;
    for (Role role : roles) {
      bits |= role.bit();
    }
    return bits;
  }
}
