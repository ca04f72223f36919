package dev.dragoman.core.pack;

import dev.dragoman.core.model.Value;

/// How values are packed.
final class ValueForm {
  private ValueForm() {}

  static void write(Sink sink, Value value) {
    switch (value) {
      case Value.Null _ -> sink.tag(0);
      case Value.Bool(var truth) -> sink.tag(truth ? 2 : 1);
      case Value.Num(var text) -> {
        sink.tag(3);
        sink.text(text);
      }
      case Value.Text(var text) -> {
        sink.tag(4);
        sink.text(text);
      }
      case Value.List(var items) -> {
        sink.tag(5);
        sink.list(items, ValueForm::write);
      }
      case Value.Obj object -> {
        sink.tag(6);
        writeMembers(sink, object);
      }
    }
  }

  static Value read(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> Value.Null.NULL;
      case 1 -> Value.Bool.FALSE;
      case 2 -> Value.Bool.TRUE;
      case 3 -> new Value.Num(source.text());
      case 4 -> new Value.Text(source.text());
      case 5 -> source.inside(from -> new Value.List(from.list(ValueForm::read)));
      case 6 -> source.inside(ValueForm::readMembers);
      default -> throw new MalformedPackException("no value has tag " + tag);
    };
  }

  static void writeMembers(Sink sink, Value.Obj object) {
    sink.number(object.size());
    object
        .members()
        .forEach(
            (name, value) -> {
              sink.text(name);
              write(sink, value);
            });
  }

  static Value.Obj readMembers(Source source) {
    int size = source.size();
    if (size == 0) {
      return Value.Obj.EMPTY;
    }
    var builder = Value.Obj.builder();
    for (int i = 0; i < size; i++) {
      builder.put(source.text(), read(source));
    }
    return builder.build();
  }
}
