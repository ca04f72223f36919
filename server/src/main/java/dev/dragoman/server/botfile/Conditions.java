package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes out the short forms of conditions as predicates.
final class Conditions {
  private final Scope scope;

  Conditions(Scope scope) {
    this.scope = scope;
  }

  /// All predicates of a `when`: one condition or a list of them.
  List<Doc> all(@Nullable Doc when) {
    List<Doc> predicates = new ArrayList<>();
    switch (when) {
      case null -> {}
      case Doc.Items items -> items.items().forEach(item -> predicates.addAll(one(item)));
      case Doc other -> predicates.addAll(one(other));
    }
    return predicates;
  }

  private List<Doc> one(Doc doc) {
    if (doc instanceof Doc.Entries full && full.has("type")) {
      return List.of(new FullForm(scope).references(full));
    }
    Section section = Section.open(doc, Shapes.CONDITION, scope.report());
    if (section == null) {
      return List.of();
    }
    List<Doc> predicates = new ArrayList<>();
    world(section, predicates);
    Doc negated = section.get("not");
    if (negated != null) {
      List<Doc> inner = all(negated);
      onlyOne(negated, inner.size());
      inner.forEach(one -> predicates.add(not(negated.place(), one)));
    }
    List<Doc> tests = new ArrayList<>();
    tests(section, tests);
    predicates.addAll(checks(section, tests));
    if (predicates.isEmpty() && scope.report().isClean()) {
      scope.report().add(doc.place(), "empty-condition", "names nothing that must hold");
    }
    return predicates;
  }

  /// Not (a and b) is not (not a) and (not b).
  private void onlyOne(Doc negated, int count) {
    if (count > 1) {
      scope.report().add(negated.place(), "not-many", "may hold only one test below 'not'");
    }
  }

  private static void world(Section section, List<Doc> predicates) {
    String team = section.text("team");
    if (team != null) {
      predicates.add(simple(section, "team", "connection_team_predicate", "is_" + team));
    }
    Boolean logged = section.optionalTruth("logged");
    if (logged != null) {
      String type = logged ? "is_logged" : "is_not_logged";
      predicates.add(simple(section, "logged", "connection_user_predicate", type));
    }
  }

  private static Doc simple(Section section, String key, String predicate, String condition) {
    Doc at = section.get(key);
    Place place = at == null ? section.place() : at.place();
    return Wire.typed(place, predicate)
        .put("condition", Wire.typed(place, condition).build())
        .build();
  }

  private static Doc not(Place place, Doc inner) {
    return Wire.typed(place, "not_predicate").put("predicate", inner).build();
  }

  private List<Doc> checks(Section section, List<Doc> tests) {
    Doc getter = getter(section);
    if (tests.isEmpty()) {
      if (getter != null) {
        scope.report().add(section.place(), "empty-condition", "says what to test but not how");
      }
      return List.of();
    }
    Doc tested = getter != null ? getter : Wire.typed(section.place(), "message").build();
    if (getter == null && !section.has("intent")) {
      scope
          .report()
          .add(section.place(), "empty-condition", "needs 'value', 'attribute' or 'message'");
    }
    return tests.stream().map(test -> check(section, tested, test)).toList();
  }

  private static Doc check(Section section, Doc getter, Doc test) {
    boolean negated = test instanceof Doc.Entries entries && entries.has("negated");
    Doc plain = negated ? ((Doc.Entries) test).get("negated") : test;
    Doc check =
        Wire.typed(section.place(), "connection_predicate")
            .put("valueGetter", getter)
            .put("condition", plain)
            .build();
    return negated ? not(test.place(), check) : check;
  }

  private @Nullable Doc getter(Section section) {
    Doc value = section.get("value");
    Doc attribute = section.get("attribute");
    boolean message = section.truth("message");
    if ((value == null ? 0 : 1) + (attribute == null ? 0 : 1) + (message ? 1 : 0) > 1) {
      scope
          .report()
          .add(section.place(), "two-subjects", "tests one value, attribute or message at a time");
    }
    if (value != null) {
      return Wire.typed(value.place(), "session_value").put("key", Wire.asText(value)).build();
    }
    if (attribute != null) {
      return Wire.typed(attribute.place(), "user_attribute")
          .put("key", Wire.asText(attribute))
          .build();
    }
    return message ? Wire.typed(section.place(), "message").build() : null;
  }

  private void tests(Section section, List<Doc> tests) {
    truth(section, "set", "is_set", "is_not_set", tests);
    Boolean number = section.optionalTruth("number");
    if (number != null) {
      Doc test = Wire.typed(section.place(), "is_number").build();
      tests.add(number ? test : negated(test));
    }
    with(section, "equals", "equals", "expected", tests);
    with(section, "not-equals", "!equals", "expected", tests);
    with(section, "contains", "contains", "values", tests);
    with(section, "not-contains", "!contains", "values", tests);
    with(section, "in", "one_of", "values", tests);
    with(section, "not-in", "!one_of", "values", tests);
    with(section, "matches", "match_regexp", "pattern", tests);
    with(section, "less-than", "is_less_than", "maximum", tests);
    with(section, "at-most", "is_less_than_or_equal", "maximum", tests);
    with(section, "more-than", "is_greater_than", "minimum", tests);
    with(section, "at-least", "is_greater_than_or_equal", "minimum", tests);
    with(section, "before", "is_before", "date", tests);
    with(section, "until", "is_before_or_on", "date", tests);
    with(section, "after", "is_after", "date", tests);
    with(section, "since", "is_after_or_on", "date", tests);
    Doc intent = section.get("intent");
    if (intent != null) {
      Doc written = scope.intent(intent);
      tests.add(Wire.typed(intent.place(), "match_intent").put("intent", written).build());
    }
  }

  private static void truth(Section section, String key, String yes, String no, List<Doc> tests) {
    Boolean truth = section.optionalTruth(key);
    if (truth != null) {
      tests.add(Wire.typed(section.place(), truth ? yes : no).build());
    }
  }

  private static Doc negated(Doc test) {
    return Wire.at(test.place()).put("negated", test).build();
  }

  private static void with(
      Section section, String key, String type, String member, List<Doc> tests) {
    Doc value = section.get(key);
    if (value == null) {
      return;
    }
    boolean negative = type.startsWith("!");
    boolean many = member.equals("values");
    Doc operand =
        many && value instanceof Doc.Scalar ? Wire.list(value.place(), List.of(value)) : value;
    Doc test =
        Wire.typed(value.place(), negative ? type.substring(1) : type).put(member, operand).build();
    tests.add(negative ? negated(test) : test);
  }
}
