package dev.dragoman.server.channel.whatsapp;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.channel.Carrier;
import dev.dragoman.server.channel.Said;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a message is written for the Cloud API. Texts are cut where the provider would refuse them.
final class MessageForm {
  private static final int TEXT = 4_096;
  private static final int BODY = 1_024;
  private static final int OPEN = 20;
  private static final String TYPE = "type";
  private static final String TITLE = "title";
  private static final String ACTION = "action";

  private MessageForm() {}

  static Value.Obj of(Carrier.Parcel parcel) {
    ObjBuilder message =
        Value.Obj.builder()
            .put("messaging_product", "whatsapp")
            .put("recipient_type", "individual")
            .put("to", parcel.to().replace("+", ""))
            .put("biz_opaque_callback_data", parcel.reference());
    return said(message, parcel.said()).build();
  }

  private static ObjBuilder said(ObjBuilder message, Said said) {
    return switch (said) {
      case Said.Text(var text) ->
          typed(message, "text", Value.Obj.of("body", Value.of(cut(text, TEXT))));
      case Said.Buttons buttons -> typed(message, "interactive", buttons(buttons));
      case Said.Menu menu -> typed(message, "interactive", menu(menu));
      case Said.AskLocation(var text) ->
          typed(
              message,
              "interactive",
              interactive("location_request_message", text)
                  .put(ACTION, Value.Obj.of("name", Value.of("send_location")))
                  .build());
      case Said.Location location -> typed(message, "location", location(location));
      case Said.Media(var kind, var url, var caption) ->
          typed(message, kind.name().toLowerCase(Locale.ROOT), media(kind, url, caption));
      case Said.Template(var name, var language, var components) ->
          typed(
              message,
              "template",
              Value.Obj.builder()
                  .put("name", name)
                  .put("language", Value.Obj.of("code", Value.of(language)))
                  .put("components", components)
                  .build());
    };
  }

  private static ObjBuilder typed(ObjBuilder message, String type, Value.Obj what) {
    return message.put(TYPE, type).put(type, what);
  }

  private static ObjBuilder interactive(String type, String text) {
    return Value.Obj.builder()
        .put(TYPE, type)
        .put("body", Value.Obj.of("text", Value.of(cut(text, BODY))));
  }

  private static Value.Obj buttons(Said.Buttons buttons) {
    ObjBuilder written = interactive("button", buttons.text());
    if (buttons.imageUrl() != null) {
      written.put(
          "header",
          Value.Obj.builder()
              .put(TYPE, "image")
              .put("image", Value.Obj.of("link", Value.of(buttons.imageUrl())))
              .build());
    }
    Value.List replies =
        all(
            buttons.choices(),
            choice ->
                Value.Obj.builder()
                    .put(TYPE, "reply")
                    .put("reply", choice(choice, Said.Buttons.TITLE))
                    .build());
    return written.put(ACTION, Value.Obj.of("buttons", replies)).build();
  }

  private static Value.Obj menu(Said.Menu menu) {
    Value.List sections =
        all(
            menu.sections(),
            section -> {
              ObjBuilder written = Value.Obj.builder();
              if (!section.title().isEmpty()) {
                written.put(TITLE, cut(section.title(), Said.Menu.TITLE));
              }
              return written
                  .put("rows", all(section.choices(), row -> choice(row, Said.Menu.TITLE)))
                  .build();
            });
    return interactive("list", menu.text())
        .put(
            ACTION,
            Value.Obj.builder()
                .put("button", cut(menu.open(), OPEN))
                .put("sections", sections)
                .build())
        .build();
  }

  private static Value.Obj choice(Said.Choice choice, int longest) {
    return Value.Obj.builder()
        .put("id", choice.id())
        .put(TITLE, cut(choice.title(), longest))
        .build();
  }

  private static Value.Obj location(Said.Location location) {
    ObjBuilder written =
        Value.Obj.builder()
            .put("latitude", Value.of(location.latitude()))
            .put("longitude", Value.of(location.longitude()));
    optional(written, "name", location.name());
    optional(written, "address", location.address());
    return written.build();
  }

  private static Value.Obj media(Said.Media.Kind kind, String url, @Nullable String caption) {
    ObjBuilder written = Value.Obj.builder().put("link", url);
    if (kind != Said.Media.Kind.AUDIO) {
      optional(written, "caption", caption == null ? null : cut(caption, BODY));
    }
    return written.build();
  }

  private static void optional(ObjBuilder written, String name, @Nullable String text) {
    if (text != null) {
      written.put(name, text);
    }
  }

  /// Never between the halves of a pair.
  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static <T> Value.List all(List<T> items, Function<T, Value.Obj> write) {
    return new Value.List(items.stream().<Value>map(write).toList());
  }
}
