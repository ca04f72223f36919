package dev.dragoman.core.pack;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// How inputs are packed.
final class InputForm {
  private static final HookAnswer.Reason[] REASONS = HookAnswer.Reason.values();

  private static final DeliveryKind[] DELIVERY_KINDS = DeliveryKind.values();

  /// Stands before the texts that are answered with the input behind it.
  private static final int EARLIER = 17;

  private InputForm() {}

  static void write(Sink sink, Input input) {
    switch (input) {
      case Input.Text text -> {
        sink.tag(0);
        sink.text(text.text());
        sink.list(text.attachments(), ValueForm::write);
        writeUnderstood(sink, text.understood());
      }
      case Input.GoTo(var target, var name, var values) -> {
        sink.tag(1);
        TargetForm.write(sink, target);
        sink.optionalText(name);
        ValueForm.writeMembers(sink, values);
      }
      case Input.CustomEvent(var name) -> {
        sink.tag(2);
        sink.text(name);
      }
      case Input.UrlLoaded(var url) -> {
        sink.tag(3);
        sink.text(url);
      }
      case Input.SatisfactionGiven(var kind, var target) -> {
        sink.tag(4);
        sink.text(kind);
        sink.optional(target, TargetForm::write);
      }
      case Input.HookSettled(var callId, var answer, var record) -> {
        sink.tag(5);
        sink.text(callId);
        writeAnswer(sink, answer);
        writeRecord(sink, record);
      }
      case Input.SetValues(var values, boolean release) -> {
        sink.tag(6);
        ValueForm.writeMembers(sink, values);
        sink.bool(release);
      }
      case Input.TimerGivenUp givenUp -> writeGivenUp(sink, givenUp);
      case Input.TimerDue(int generation) -> {
        sink.tag(7);
        sink.number(generation);
      }
      case Input.Resume(var how) -> writeResume(sink, how);
      case Input.Pause _ -> sink.tag(9);
      case Input.Release _ -> sink.tag(10);
      case Input.Close _ -> sink.tag(11);
      case Input.Open _ -> sink.tag(12);
      case Input.Deploy deploy -> writeDeploy(sink, deploy);
      case Input.SessionUpdated updated -> writeUpdate(sink, updated);
      case Input.DeliveryStatus status -> writeStatus(sink, status);
      case Input.InRoom(var move) -> {
        sink.tag(15);
        MoveForm.write(sink, move);
      }
    }
  }

  private static void writeUpdate(Sink sink, Input.SessionUpdated updated) {
    sink.tag(40);
    sink.text(updated.sessionId());
    ValueForm.writeMembers(sink, updated.values());
  }

  private static void writeGivenUp(Sink sink, Input.TimerGivenUp givenUp) {
    sink.tag(60);
    sink.number(givenUp.generation());
    sink.text(givenUp.code());
  }

  private static void writeStatus(Sink sink, Input.DeliveryStatus status) {
    sink.tag(50);
    sink.text(status.messageId());
    sink.constant(status.kind());
    sink.number(status.atNanos());
    sink.optionalText(status.code());
  }

  private static void writeDeploy(Sink sink, Input.Deploy deploy) {
    sink.tag(41);
    CampaignForm.write(sink, deploy.deployment());
    sink.number(deploy.dueNanos());
    sink.optional(deploy.refused(), Sink::constant);
  }

  private static Input.Deploy readDeploy(Source source) {
    return new Input.Deploy(
        CampaignForm.read(source), source.number(), source.optional(CampaignForm::readReason));
  }

  private static void writeResume(Sink sink, Input.Resume.How how) {
    switch (how) {
      case Input.Resume.AsItWas _ -> sink.tag(8);
      case Input.Resume.Again(var understood) -> {
        sink.tag(13);
        writeUnderstood(sink, understood);
      }
      case Input.Resume.WithTheNext _ -> sink.tag(16);
      case Input.Resume.GivenUp(var code) -> {
        sink.tag(14);
        sink.text(code);
      }
    }
  }

  /// An input that waits, after the texts it is answered with.
  static void writeAfter(Sink sink, String earlier, Input input) {
    if (!earlier.isEmpty()) {
      sink.tag(EARLIER);
      sink.text(earlier);
    }
    write(sink, input);
  }

  static Conversation.Pending readPending(String turnId, Source source) {
    int tag = source.tag();
    return tag == EARLIER
        ? after(turnId, source.text(), source)
        : new Conversation.Pending(turnId, read(source, tag), "");
  }

  private static Conversation.Pending after(String turnId, String earlier, Source source) {
    return new Conversation.Pending(turnId, read(source), earlier);
  }

  static Input read(Source source) {
    return read(source, source.tag());
  }

  private static Input read(Source source, int tag) {
    return switch (tag) {
      case 0 -> new Input.Text(source.text(), source.list(ValueForm::read), readUnderstood(source));
      case 1 ->
          new Input.GoTo(
              TargetForm.read(source), source.optionalText(), ValueForm.readMembers(source));
      case 2 -> new Input.CustomEvent(source.text());
      case 3 -> new Input.UrlLoaded(source.text());
      case 4 -> new Input.SatisfactionGiven(source.text(), source.optional(TargetForm::read));
      case 5 -> new Input.HookSettled(source.text(), readAnswer(source), readRecord(source));
      case 6 -> new Input.SetValues(ValueForm.readMembers(source), source.bool());
      case 7 -> new Input.TimerDue(source.smallNumber());
      case 8 -> new Input.Resume();
      case 9 -> new Input.Pause();
      case 10 -> new Input.Release();
      case 11 -> new Input.Close();
      case 12 -> new Input.Open();
      case 13 -> new Input.Resume(new Input.Resume.Again(readUnderstood(source)));
      case 14 -> new Input.Resume(new Input.Resume.GivenUp(source.text()));
      case 16 -> new Input.Resume(new Input.Resume.WithTheNext());
      case 41 -> readDeploy(source);
      case 40 -> new Input.SessionUpdated(source.text(), ValueForm.readMembers(source));
      case 50 ->
          new Input.DeliveryStatus(
              source.text(),
              Tags.of(DELIVERY_KINDS, source.tag()),
              source.number(),
              source.optionalText());
      case 15 -> new Input.InRoom(MoveForm.read(source));
      case 60 -> new Input.TimerGivenUp(source.smallNumber(), source.text());
      default -> throw new MalformedPackException("no input has tag " + tag);
    };
  }

  static void writeRecord(Sink sink, HookRecord record) {
    sink.text(record.method());
    sink.text(record.url());
    sink.text(record.requestBody());
    sink.optional(
        record.response(),
        (to, response) -> {
          to.number(response.status());
          to.text(response.body());
        });
    sink.optionalText(record.error());
    sink.number(record.millis());
  }

  static HookRecord readRecord(Source source) {
    return new HookRecord(
        source.text(),
        source.text(),
        source.text(),
        source.optional(from -> new HookRecord.Answered(from.smallNumber(), from.text())),
        source.optionalText(),
        source.number());
  }

  private static void writeAnswer(Sink sink, HookAnswer answer) {
    switch (answer) {
      case HookAnswer.Good(var actions, var values, var attributes) -> {
        sink.tag(0);
        sink.optional(actions, (to, list) -> to.list(list.items(), ValueForm::write));
        sink.optional(
            values,
            (to, some) -> {
              ValueForm.writeMembers(to, some.values());
              to.bool(some.whole());
            });
        ValueForm.writeMembers(sink, attributes);
      }
      case HookAnswer.Failed(var reason) -> {
        sink.tag(1);
        sink.constant(reason);
      }
    }
  }

  private static HookAnswer readAnswer(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 ->
          new HookAnswer.Good(
              source.optional(from -> new Value.List(from.list(ValueForm::read))),
              source.optional(
                  from -> new HookAnswer.Values(ValueForm.readMembers(from), from.bool())),
              ValueForm.readMembers(source));
      case 1 -> new HookAnswer.Failed(Tags.of(REASONS, source.tag()));
      default -> throw new MalformedPackException("no answer has tag " + tag);
    };
  }

  private static void writeUnderstood(Sink sink, Understood understood) {
    sink.number(understood.botVersion());
    sink.optionalText(understood.language());
    sink.list(
        understood.intents(),
        (to, scored) -> {
          to.text(scored.intentId());
          to.real(scored.score());
          to.bool(scored.exact());
        });
    sink.real(understood.threshold());
    sink.bool(understood.covered());
    sink.list(understood.entities(), InputForm::writeSpan);
  }

  private static Understood readUnderstood(Source source) {
    return new Understood(
        source.smallNumber(),
        source.optionalText(),
        source.list(from -> new Understood.Scored(from.text(), from.real(), from.bool())),
        source.real(),
        source.bool(),
        source.list(InputForm::readSpan));
  }

  private static void writeSpan(Sink sink, EntitySpan span) {
    sink.text(span.type());
    sink.number(span.start());
    sink.number(span.end());
    sink.text(span.text());
    sink.text(span.value());
    sink.list(
        new TreeMap<>(span.details()).entrySet(),
        (to, detail) -> {
          to.text(detail.getKey());
          to.text(detail.getValue());
        });
  }

  private static EntitySpan readSpan(Source source) {
    String type = source.text();
    int start = source.smallNumber();
    int end = source.smallNumber();
    String text = source.text();
    String value = source.text();
    Map<String, String> details = new LinkedHashMap<>();
    source
        .list(from -> Map.entry(from.text(), from.text()))
        .forEach(detail -> details.put(detail.getKey(), detail.getValue()));
    return new EntitySpan(type, start, end, text, value, details);
  }
}
