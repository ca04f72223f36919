package dev.dragoman.core.pack;

/// Enum constants by their stored ordinal; their order is therefore part of the format.
final class Tags {
  private Tags() {}

  static <E extends Enum<E>> E of(E[] constants, int tag) {
    if (tag < 0 || tag >= constants.length) {
      throw new MalformedPackException("no constant " + tag + " among " + constants.length);
    }
    return constants[tag];
  }
}
