package dev.dragoman.server.api;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Hours;
import dev.dragoman.core.room.Rules;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Hours and triggers of a group as they are written.
final class GroupForm {
  private static final int MOST_SPANS = 50;
  private static final int MINUTES_PER_HOUR = 60;
  private static final Map<String, DayOfWeek> DAYS = days();
  private static final Map<String, Boolean> THEN = Map.of("requeue", true, "close", false);

  private GroupForm() {}

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
    }
    return days;
  }

  static Hours hours(Fields group) {
    Fields fields = group.optionalObject("hours");
    if (fields == null) {
      return new Hours(ZoneId.of("UTC"), List.of());
    }
    ZoneId zone = zone(fields);
    List<Hours.Span> spans = fields.list("week", 0, MOST_SPANS, GroupForm::span);
    return new Hours(zone, spans);
  }

  private static ZoneId zone(Fields fields) {
    try {
      return ZoneId.of(fields.text("zone", 1, 60));
    } catch (DateTimeException unknown) {
      fields.invalid("zone", "must be a time zone such as Europe/Madrid");
      return ZoneId.of("UTC");
    }
  }

  private static Hours.@Nullable Span span(Item item) {
    Fields fields = item.object();
    DayOfWeek day = fields.choice("day", DAYS);
    int from = minute(fields, "from");
    int to = minute(fields, "to");
    if (from >= to && from >= 0 && to >= 0) {
      fields.invalid("to", "must be later than from; a night is two spans");
    }
    fields.refuseUnknown();
    return fields.build(() -> new Hours.Span(day, from, to));
  }

  private static int minute(Fields fields, String name) {
    String text = fields.text(name, 5, 5);
    if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")) {
      fields.invalid(name, "must be a time such as 09:30, at most 24:00");
      return -1;
    }
    return Integer.parseInt(text.substring(0, 2)) * MINUTES_PER_HOUR
        + Integer.parseInt(text.substring(3));
  }

  static Rules rules(Fields group) {
    Fields fields = group.optionalObject("triggers");
    if (fields == null) {
      return Rules.STANDARD;
    }
    long wait = seconds(fields, "longestWait", Rules.STANDARD.longestWait());
    Rules.AgentSilence agent = agent(fields.optionalObject("agentSilence"));
    Fields contact = fields.optionalObject("contactSilence");
    Rules.ContactSilence silence =
        contact == null ? Rules.STANDARD.contactSilence() : contact(contact);
    fields.refuseUnknown();
    return new Rules(wait, agent, silence);
  }

  private static long seconds(Fields fields, String name, long absent) {
    Long given = fields.optionalWhole(name, Rules.SHORTEST, Rules.LONGEST);
    return given == null ? absent : Math.clamp(given, Rules.SHORTEST, Rules.LONGEST);
  }

  private static Rules.@Nullable AgentSilence agent(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    long after = seconds(fields, "after", 1_800);
    boolean requeues = fields.choice("then", THEN);
    fields.refuseUnknown();
    return new Rules.AgentSilence(after, requeues);
  }

  private static Rules.ContactSilence contact(Fields fields) {
    List<Rules.Reminder> given =
        fields.optionalList("reminders", 0, Rules.MOST_REMINDERS, GroupForm::reminder);
    long close = seconds(fields, "closeAfter", Rules.STANDARD.contactSilence().closeAfter());
    String farewell = fields.optionalText("farewell", 1, Limits.TRIGGER_TEXT);
    fields.refuseUnknown();
    List<Rules.Reminder> reminders = given == null ? List.of() : given;
    try {
      return new Rules.ContactSilence(reminders, close, farewell);
    } catch (IllegalArgumentException disorder) {
      fields.invalid("reminders", "must rise, and the last must come before closeAfter");
      return Rules.STANDARD.contactSilence();
    }
  }

  private static Rules.@Nullable Reminder reminder(Item item) {
    Fields fields = item.object();
    long after = fields.whole("after", Rules.SHORTEST, Rules.LONGEST);
    String text = fields.text("text", 1, Limits.TRIGGER_TEXT);
    fields.refuseUnknown();
    return fields.build(() -> new Rules.Reminder(after, text));
  }

  static Value.Obj shown(Hours hours) {
    List<Value> week = new ArrayList<>();
    for (Hours.Span span : hours.spans()) {
      week.add(
          Value.Obj.builder()
              .put("day", span.day().name().substring(0, 3).toLowerCase(Locale.ROOT))
              .put("from", time(span.fromMinute()))
              .put("to", time(span.toMinute()))
              .build());
    }
    return Value.Obj.builder()
        .put("zone", hours.zone().getId())
        .put("week", new Value.List(week))
        .build();
  }

  private static String time(int minute) {
    return String.format(
        Locale.ROOT, "%02d:%02d", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
  }

  static Value.Obj shown(Rules rules) {
    Rules.AgentSilence agent = rules.agentSilence();
    Rules.ContactSilence contact = rules.contactSilence();
    List<Value> reminders = new ArrayList<>();
    for (Rules.Reminder reminder : contact.reminders()) {
      reminders.add(
          Value.Obj.builder().put("after", reminder.after()).put("text", reminder.text()).build());
    }
    Value silence =
        agent == null
            ? Value.Null.NULL
            : Value.Obj.builder()
                .put("after", agent.after())
                .put("then", agent.requeues() ? "requeue" : "close")
                .build();
    return Value.Obj.builder()
        .put("longestWait", rules.longestWait())
        .put("agentSilence", silence)
        .put(
            "contactSilence",
            Value.Obj.builder()
                .put("reminders", new Value.List(reminders))
                .put("closeAfter", contact.closeAfter())
                .put("farewell", Shown.orNull(contact.farewell()))
                .build())
        .build();
  }
}
