package dev.dragoman.server.dialect.treble;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.store.ContactBody;

/// A contact's number in Treble's two parts: `+57` and the national digits; both empty when the
/// contact has none.
record Phone(String countryCode, String cellphone) {
  /// The realm of phone numbers, unique in the workspace.
  static final String REALM = "phone";

  private static final Phone NONE = new Phone("", "");

  /// The parts as they were given when the contact was made, else those of its number.
  static Phone of(ContactBody contact) {
    String country = contact.attributes().text("countryCode");
    String national = contact.attributes().text("cellphone");
    if (country != null && national != null) {
      return new Phone(country, national);
    }
    String number = contact.identities().text(REALM);
    return number == null ? NONE : split(number);
  }

  /// The parts of an E.164 number.
  static Phone split(String number) {
    String international = number.startsWith("+") ? number : "+" + number;
    try {
      var parsed = PhoneNumberUtil.getInstance().parse(international, "ZZ");
      String country = "+" + parsed.getCountryCode();
      return new Phone(country, international.substring(country.length()));
    } catch (NumberParseException unreadable) {
      return new Phone("", number);
    }
  }

  /// Puts both members.
  ObjBuilder into(ObjBuilder body) {
    return body.put("country_code", countryCode).put("cellphone", cellphone);
  }

  /// Both as an object of its own.
  Value.Obj user() {
    return into(Value.Obj.builder()).build();
  }
}
