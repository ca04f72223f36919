package dev.dragoman.core.bot.form;

import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One object of a document while it is read member by member.
///
/// Each reader notes its defects and returns a harmless stand-in, so that one pass finds them all.
/// The members that were asked for are the ones that are known: see [#close()].
final class Form {
  private final Value.Obj object;
  private final String path;
  private final Findings findings;
  private final boolean broken;
  private final Set<String> asked = new LinkedHashSet<>();

  Form(@Nullable Value value, String path, Findings findings) {
    this.path = path;
    this.findings = findings;
    this.broken = !(value instanceof Value.Obj);
    this.object = value instanceof Value.Obj given ? given : Value.Obj.EMPTY;
    if (broken) {
      findings.add(path, "must be an object, not " + described(value));
    }
  }

  static String described(@Nullable Value value) {
    return value == null ? "missing" : value.kind();
  }

  Findings findings() {
    return findings;
  }

  boolean byAuthor() {
    return findings.byAuthor();
  }

  /// The path of a member.
  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /// The member, or null when it is absent or JSON `null`.
  @Nullable Value get(String name) {
    asked.add(name);
    Value value = object.get(name);
    return value instanceof Value.Null ? null : value;
  }

  /// The member of something required; says so when it is missing.
  @Nullable Value need(String name) {
    Value value = get(name);
    if (value == null && !broken) {
      findings.add(at(name), "is required");
    }
    return value;
  }

  /// A defect of a member.
  void refuse(String name, String message) {
    findings.add(at(name), message);
  }

  /// The member `type`, which may only be missing where `fallback` is given.
  String type(@Nullable String fallback) {
    Value value = fallback == null ? need("type") : get("type");
    if (value == null) {
      return fallback == null ? "" : fallback;
    }
    if (value instanceof Value.Text(var text)) {
      return text;
    }
    refuse("type", "must be a string, not " + value.kind());
    return "";
  }

  /// Checks a `type` that can only be one thing.
  void constant(String type) {
    String given = type(type);
    if (!given.isEmpty() && !given.equals(type)) {
      refuse("type", "must be '" + type + "'");
    }
  }

  boolean flag(String name) {
    return switch (get(name)) {
      case Value.Bool(var truth) -> truth;
      case null -> false;
      case Value other -> {
        refuse(name, "must be true or false, not " + other.kind());
        yield false;
      }
    };
  }

  Value.@Nullable Obj object(String name) {
    return switch (get(name)) {
      case Value.Obj given -> given;
      case null -> null;
      case Value other -> {
        refuse(name, "must be an object, not " + other.kind());
        yield null;
      }
    };
  }

  /// The form of a member that must be there.
  Form child(String name) {
    Value value = need(name);
    return value == null
        ? new Form(Value.Obj.EMPTY, at(name), new Findings(findings.mode()))
        : new Form(value, at(name), findings);
  }

  /// The form of a member, or null when it is absent.
  @Nullable Form optionalChild(String name) {
    Value value = get(name);
    return value == null ? null : new Form(value, at(name), findings);
  }

  /// Items that are objects; an item read as null is left out.
  <T> List<T> forms(String name, Bounds count, Function<Form, @Nullable T> read) {
    return items(name, count, (value, where) -> read.apply(new Form(value, where, findings)));
  }

  /// Reads one item at its path.
  @FunctionalInterface
  interface ItemReader<T> {
    @Nullable T read(Value value, String where);
  }

  /// Items of a list; absent counts as empty where the bounds allow it.
  <T> List<T> items(String name, Bounds count, ItemReader<T> read) {
    Value value = count.least() > 0 ? need(name) : get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Value.List list)) {
      refuse(name, "must be a list, not " + value.kind());
      return List.of();
    }
    if (!count.allow(list.size())) {
      refuse(name, "must have " + count + " items, not " + list.size());
    }
    List<T> result = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      T item = read.read(list.get(i), at(name) + "[" + i + "]");
      if (item != null) {
        result.add(item);
      }
    }
    return result;
  }

  /// The members asked for so far, without `type` and what is absent, in the order of asking.
  Value.Obj given() {
    var builder = Value.Obj.builder();
    for (String name : asked) {
      Value value = object.get(name);
      if (value != null && !(value instanceof Value.Null) && !name.equals("type")) {
        builder.put(name, value);
      }
    }
    return builder.build();
  }

  /// The names asked for so far.
  Set<String> asked() {
    return asked;
  }

  /// Nothing more is known here: what an author wrote beyond it is a mistake.
  void close() {
    if (!byAuthor()) {
      return;
    }
    for (String name : object.members().keySet()) {
      if (!asked.contains(name)) {
        refuse(name, "is not known here" + Nearest.suggestion(name, asked));
      }
    }
  }
}
