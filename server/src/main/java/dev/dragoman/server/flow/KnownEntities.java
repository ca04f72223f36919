package dev.dragoman.server.flow;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.ListRecogniser;
import dev.dragoman.core.understand.entity.Recogniser;
import dev.dragoman.core.understand.entity.Recognisers;
import dev.dragoman.core.understand.entity.Reference;
import dev.dragoman.core.understand.time.TimeRecognisers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every kind of entity a bot may ask for.
final class KnownEntities {
  private static final String PHONE = "phone";

  private KnownEntities() {}

  /// Recognisers by the type they find.
  static Map<String, Recogniser> recognisers() {
    Map<String, Recogniser> known =
        new TreeMap<>(TimeRecognisers.addTo(Recognisers.builtIn()).byType());
    known.put(PHONE, KnownEntities::phones);
    return known;
  }

  static Recogniser list(EntityList list) {
    return new ListRecogniser(list);
  }

  /// Numbers written with their country code, in E.164.
  private static List<EntitySpan> phones(
      String text, Language language, @Nullable Reference reference) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    List<EntitySpan> found = new ArrayList<>();
    for (var match : numbers.findNumbers(text, "ZZ")) {
      found.add(
          new EntitySpan(
              PHONE,
              match.start(),
              match.end(),
              match.rawString(),
              numbers.format(match.number(), PhoneNumberFormat.E164),
              Map.of()));
    }
    return found;
  }
}
