package dev.dragoman.core.bot.form;

/// The least and the most: code points of a text, or items of a list.
record Bounds(int least, int most) {
  static final Bounds MESSAGE = new Bounds(1, 500);
  static final Bounds ADDRESS = new Bounds(1, 500);
  static final Bounds KEY = new Bounds(1, 100);

  static Bounds upTo(int most) {
    return new Bounds(0, most);
  }

  static Bounds oneTo(int most) {
    return new Bounds(1, most);
  }

  boolean allow(int count) {
    return count >= least && count <= most;
  }

  @Override
  public String toString() {
    return least + ".." + most;
  }
}
