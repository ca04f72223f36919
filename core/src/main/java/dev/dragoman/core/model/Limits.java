package dev.dragoman.core.model;

/// x
public final class Limits {
  private Limits() {}
}
