package dev.dragoman.core.pack;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The door of the stored form: packs and unpacks states, legs and values.
///
/// The first byte is the format. The same thing packs to the same bytes in every process; every
/// format ever written stays readable. Stateless, thread-safe. Reading throws
/// [MalformedPackException].
public final class Pack {
  /// The format written today.
  public static final int FORMAT = 1;

  /// Most need no more bytes; what needs more gets them.
  private static final int USUAL_STATE = 256;

  private static final int USUAL_LEG = 1_024;

  private Pack() {}

  /// A conversation's state.
  public static byte[] pack(Conversation conversation) {
    return packed(conversation, USUAL_STATE, ConversationForm::write);
  }

  /// A leg.
  public static byte[] pack(Leg leg) {
    return packed(leg, USUAL_LEG, LegForm::write);
  }

  /// A value.
  public static byte[] pack(Value value) {
    return packed(value, USUAL_STATE, ValueForm::write);
  }

  /// The state those bytes hold.
  public static Conversation conversation(byte[] bytes) {
    return unpacked(bytes, ConversationForm::read);
  }

  /// The leg those bytes hold.
  public static Leg leg(byte[] bytes) {
    return unpacked(bytes, LegForm::read);
  }

  /// The value those bytes hold.
  public static Value value(byte[] bytes) {
    return unpacked(bytes, ValueForm::read);
  }

  private static <T> byte[] packed(T thing, int room, BiConsumer<Sink, T> writer) {
    Sink sink = new Sink(room);
    sink.tag(FORMAT);
    writer.accept(sink, thing);
    return sink.bytes();
  }

  private static <T> T unpacked(byte[] bytes, Function<Source, T> reader) {
    Source source = new Source(bytes);
    int format = source.tag();
    if (format != FORMAT) {
      throw new MalformedPackException("format " + format + " is unknown to this server");
    }
    T thing = checked(source, reader);
    source.end();
    return thing;
  }

  /// What the bytes say must also be something that may exist.
  private static <T> T checked(Source source, Function<Source, T> reader) {
    try {
      return reader.apply(source);
    } catch (IllegalArgumentException impossible) {
      throw new MalformedPackException("holds what may not be: " + impossible.getMessage());
    }
  }
}
