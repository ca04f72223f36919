package dev.dragoman.server.api;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what a contact does and who it is.
final class InputReader {
  private static final int MOST_ATTACHMENTS = 10;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_URL = 2_048;
  private static final Input NONE = new Input.Open();
  private static final Map<String, Function<Fields, Input>> INPUTS =
      new TreeMap<>(
          Map.of(
              "text", InputReader::text,
              "goTo", InputReader::goTo,
              "event", fields -> new Input.CustomEvent(fields.text("name", 1, LONGEST_NAME)),
              "url", fields -> new Input.UrlLoaded(fields.text("url", 1, LONGEST_URL)),
              "satisfaction", InputReader::satisfaction));
  private static final Map<String, Function<Fields, @Nullable Target>> TARGETS =
      new TreeMap<>(
          Map.of(
              "step", fields -> id(fields, Target.ToStep::new),
              "story", fields -> id(fields, Target.ToStory::new),
              "end", _ -> new Target.ToEnd()));

  private InputReader() {}

  /// The input in this object; a placeholder after leaving a defect.
  static Input input(Fields fields) {
    Function<Fields, Input> reader = fields.optionalChoice("type", INPUTS);
    if (reader == null) {
      fields.text("type", 1, LONGEST_NAME);
      return NONE;
    }
    Input input = reader.apply(fields);
    fields.refuseUnknown();
    return input;
  }

  private static Input text(Fields fields) {
    String text = fields.text("text", 1, Limits.MESSAGE_TEXT);
    List<Value> attachments =
        fields.optionalList("attachments", 0, MOST_ATTACHMENTS, item -> item.object().source());
    return new Input.Text(text, attachments == null ? List.of() : attachments, Understood.NOTHING);
  }

  private static Input goTo(Fields fields) {
    Target target = target(fields.object("target"));
    String name = fields.optionalText("name", 0, LONGEST_NAME);
    Fields values = fields.optionalObject("values");
    return target == null
        ? NONE
        : new Input.GoTo(target, name, values == null ? Value.Obj.EMPTY : values.source());
  }

  private static Input satisfaction(Fields fields) {
    String kind = fields.text("kind", 1, LONGEST_NAME);
    Fields target = fields.optionalObject("target");
    return new Input.SatisfactionGiven(kind, target == null ? null : target(target));
  }

  private static @Nullable Target target(Fields fields) {
    Function<Fields, @Nullable Target> reader = fields.optionalChoice("type", TARGETS);
    if (reader == null) {
      fields.text("type", 1, LONGEST_NAME);
      return null;
    }
    Target target = reader.apply(fields);
    fields.refuseUnknown();
    return target;
  }

  private static @Nullable Target id(Fields fields, Function<String, Target> make) {
    String id = fields.text("id", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    return make.apply(id);
  }

  /// Who writes, by one of three names: an integrator's `user` and `anonymous` ids are unique in
  /// the bot, a `phone` in the workspace, kept as E.164.
  static dev.dragoman.server.ledger.Target.Identity peer(Fields body, String botId) {
    Fields fields = body.object("peer");
    String user = fields.optionalText("user", 1, Limits.PEER_LENGTH);
    String phone = fields.optionalText("phone", 1, LONGEST_NAME);
    String anonymous = fields.optionalText("anonymous", 1, Limits.PEER_LENGTH);
    fields.refuseUnknown();
    long given =
        java.util.stream.Stream.of(user == null, phone == null, anonymous == null)
            .filter(absent -> !absent)
            .count();
    if (given != 1) {
      body.invalid("peer", "must have exactly one of user, phone, anonymous");
      return identity("none", "none");
    }
    if (phone != null) {
      return identity("phone", e164(fields, phone));
    }
    return user == null
        ? identity(botId + ":anonymous", Objects.requireNonNull(anonymous))
        : identity(botId, user);
  }

  /// A placeholder stands for a name that left a defect.
  private static dev.dragoman.server.ledger.Target.Identity identity(String realm, String text) {
    boolean legal = !text.isEmpty() && text.length() <= Limits.PEER_LENGTH;
    return new dev.dragoman.server.ledger.Target.Identity(realm, legal ? text : "none");
  }

  /// The number in E.164; a placeholder when it is none, with a defect.
  static String e164(Fields fields, String phone) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(phone, "ZZ");
      if (numbers.isPossibleNumber(number)) {
        return numbers.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException unreadable) {
      fields.invalid("phone", "must be a number with its country code, like +573001234567");
      return "none";
    }
    fields.invalid("phone", "must be a possible number");
    return "none";
  }
}
