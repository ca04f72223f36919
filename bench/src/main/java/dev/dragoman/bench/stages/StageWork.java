package dev.dragoman.bench.stages;

import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Language;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.core.understand.LanguageGuess;
import dev.dragoman.core.understand.entity.ListRecogniser;
import dev.dragoman.server.dialect.clustaar.ReplyAnswer;
import dev.dragoman.server.dialect.clustaar.ReplyRequest;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.store.secret.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// What one operation of each stage is. Everything is made ready first; operations are called with
/// numbers that go up, so that one sentence does not stand for all.
final class StageWork {
  private static final String NAMES =
      "madrid barcelona valencia sevilla zaragoza malaga murcia palma bilbao alicante cordoba"
          + " valladolid vigo gijon hospitalet vitoria granada elche oviedo badalona cartagena"
          + " terrassa jerez sabadell mostoles";

  private StageWork() {}

  static IntFunction<Object> of(Stage stage, Desk desk) {
    return switch (stage) {
      case AUTHENTICATE -> authenticate();
      case DECODE -> decode(desk);
      case HASH_INPUT -> hashInput(desk);
      case GUESS_LANGUAGE -> guess(desk);
      case FIND_LISTED -> findListed(desk);
      case UNDERSTAND -> i -> desk.ear.hear(desk.sentence(i), "en");
      case DECIDE -> decide(desk);
      case PACK_STATE -> packState(desk);
      case UNPACK_STATE -> unpackState(desk);
      case PACK_LEG -> packLeg(desk);
      case UNPACK_LEG -> unpackLeg(desk);
      case ENCODE -> encode(desk);
    };
  }

  private static IntFunction<Object> authenticate() {
    try {
      Path folder = Files.createTempDirectory("dragoman-stages");
      Path file = folder.resolve("keys");
      Keys keys = Keys.open(file, new SecureRandom());
      Files.delete(file);
      Files.delete(folder);
      return _ ->
          HexFormat.of().formatHex(keys.fingerprint("api-key", "dk_7Hq2mW8zRt5YcVbN3xKpLs9d"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] body(Desk desk) {
    Value body = Value.Obj.builder().put("type", "text").put("message", desk.sentence(1)).build();
    return Json.write(body);
  }

  private static IntFunction<Object> decode(Desk desk) {
    byte[] body = body(desk);
    return _ -> asked(body);
  }

  private static ReplyRequest asked(byte[] body) {
    if (Json.read(body) instanceof JsonRead.Read(var value)
        && ReplyRequest.decode(value) instanceof Decoded.Whole<ReplyRequest>(var asked)) {
      return asked;
    }
    throw new IllegalStateException("the body is a good one");
  }

  private static IntFunction<Object> hashInput(Desk desk) {
    byte[] body = body(desk);
    String path = "/interlocutors/" + Desk.CONVERSATION + "/reply";
    return i -> Repeats.inputId("64b6f0a1c2d3e4f5a6b7c8d0", "input-" + (i & 1023), path, body);
  }

  private static IntFunction<Object> guess(Desk desk) {
    LanguageGuess guess = LanguageGuess.among(List.of("en", "es"));
    return i -> guess.guess(desk.sentence(i));
  }

  private static IntFunction<Object> findListed(Desk desk) {
    Map<String, List<String>> names = new TreeMap<>();
    for (String name : NAMES.split(" ")) {
      names.put(name, List.of(name + " ciudad"));
    }
    ListRecogniser towns = new ListRecogniser(new EntityList("town", names));
    return i -> towns.find(desk.sentence(i), Language.EN, null);
  }

  private static IntFunction<Object> decide(Desk desk) {
    Conversation begun = desk.begun();
    List<Input.Text> inputs = desk.sentences.stream().map(desk::understood).toList();
    return i -> desk.decided(begun, inputs.get(i % inputs.size()));
  }

  private static IntFunction<Object> packState(Desk desk) {
    Conversation state = desk.decided().after();
    return _ -> Pack.pack(state);
  }

  private static IntFunction<Object> unpackState(Desk desk) {
    byte[] packed = Pack.pack(desk.decided().after());
    return _ -> Pack.conversation(packed);
  }

  private static IntFunction<Object> packLeg(Desk desk) {
    Leg leg = desk.decided().leg();
    return _ -> Pack.pack(leg);
  }

  private static IntFunction<Object> unpackLeg(Desk desk) {
    byte[] packed = Pack.pack(desk.decided().leg());
    return _ -> Pack.leg(packed);
  }

  private static IntFunction<Object> encode(Desk desk) {
    List<Leg> legs = List.of(desk.decided().leg());
    Value.Obj echo = asked(body(desk)).echo();
    return _ -> Json.write(ReplyAnswer.of(Desk.CONVERSATION, legs, echo, false));
  }
}
