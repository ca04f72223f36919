package dev.dragoman.server.dialect.treble;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a deployment (contract treble §4.1).
record DeploymentRequest(List<Recipient> recipients) {
  /// The reserved key that picks the line: `DS_` and the number of one.
  private static final String SQUAD = "tdeployment_squad";

  private static final String SQUAD_MARK = "DS_";
  private static final int LONGEST_PHONE = 32;

  /// The year 2100.
  private static final long LATEST_ETA = 4_102_444_800L;

  /// One contact.
  ///
  /// @param lines numbers of the lines that may send it, digits; none for any
  /// @param etaSeconds since 1970, 0 for at once
  /// @param refused why it cannot be sent, when that is plain already
  record Recipient(
      Phone phone,
      Value.Obj values,
      List<String> lines,
      long etaSeconds,
      @Nullable FailureReason refused) {
    /// The number with its plus.
    String e164() {
      return phone.countryCode() + phone.cellphone();
    }
  }

  static Decoded<DeploymentRequest> read(Value body) {
    Fields fields = Fields.of(body);
    List<Recipient> recipients =
        fields.list("users", 1, Limits.DEPLOYMENT_RECIPIENTS, DeploymentRequest::recipient);
    return fields.decoded(() -> new DeploymentRequest(recipients));
  }

  private static @Nullable Recipient recipient(Item item) {
    Fields fields = item.object();
    String cellphone = digits(fields, "cellphone");
    String country = digits(fields, "country_code");
    List<SessionRoutes.Entry> entries =
        fields.optionalList("user_session_keys", 0, Limits.SESSION_VALUES, SessionRoutes::entry);
    long eta = eta(fields);
    List<SessionRoutes.Entry> given = entries == null ? List.of() : entries;
    return fields.build(() -> recipient(new Phone("+" + country, cellphone), given, eta));
  }

  private static Recipient recipient(Phone phone, List<SessionRoutes.Entry> entries, long eta) {
    List<String> lines = new ArrayList<>();
    List<SessionRoutes.Entry> values = new ArrayList<>();
    for (SessionRoutes.Entry entry : entries) {
      if (entry.key().equals(SQUAD)) {
        String line = SessionKeys.written(entry.value());
        lines.add(onlyDigits(line.startsWith(SQUAD_MARK) ? line.substring(3) : line));
      } else {
        values.add(entry);
      }
    }
    FailureReason refused = isPossible(phone) ? null : FailureReason.INVALID_PHONE;
    return new Recipient(phone, SessionRoutes.merged(values), List.copyOf(lines), eta, refused);
  }

  private static boolean isPossible(Phone phone) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.isPossibleNumber(numbers.parse(phone.countryCode() + phone.cellphone(), "ZZ"));
    } catch (NumberParseException unreadable) {
      return false;
    }
  }

  /// A text or a number; of a text only its digits count, for people write numbers in many ways.
  private static String digits(Fields fields, String name) {
    Value given = fields.any(name);
    String text =
        switch (given) {
          case Value.Text(var written) -> written;
          case Value.Num(var written) -> written;
          case Value.Null _ -> "0";
          case Value.Bool _, Value.List _, Value.Obj _ -> "";
        };
    String digits = onlyDigits(text);
    if (text.isEmpty() && !(given instanceof Value.Text)) {
      fields.invalid(name, "must be a string");
    } else if (digits.isEmpty() || text.length() > LONGEST_PHONE) {
      fields.invalid(name, "must be a number of 1 to " + LONGEST_PHONE + " digits");
    }
    return digits;
  }

  private static String onlyDigits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static long eta(Fields fields) {
    Value given = fields.optional("deployment_eta");
    String text =
        switch (given) {
          case null -> "0";
          case Value.Num number when number.isLong() -> Long.toString(number.longValue());
          case Value.Text(var written) -> written.strip();
          case Value _ -> "";
        };
    boolean whole = text.matches("[0-9]{1,10}") && Long.parseLong(text) <= LATEST_ETA;
    if (!whole) {
      fields.invalid("deployment_eta", "must be a time in seconds since 1970");
    }
    return whole ? Long.parseLong(text) : 0;
  }
}
