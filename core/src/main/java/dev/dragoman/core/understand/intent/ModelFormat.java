package dev.dragoman.core.understand.intent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/// Format 2 of a model: big-endian; format number, intents (id, priority, threshold or NaN),
/// calibration (five doubles and a truth, which format 1 had not), features (keys, weights,
/// scales, the strange weight), layer (bias, weights as bytes), examples (keys, intents).
final class ModelFormat {
  private static final byte FORMAT = 2;
  private static final byte WITHOUT_SHARE = 1;

  private ModelFormat() {}

  static byte[] write(IntentModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      writeIntents(model, out);
      IntentModel.Learnt learnt = model.learnt();
      out.writeDouble(learnt.calibration().temperature());
      out.writeDouble(learnt.calibration().slope());
      out.writeDouble(learnt.calibration().offset());
      out.writeDouble(learnt.calibration().threshold());
      out.writeDouble(learnt.calibration().coverage());
      out.writeBoolean(learnt.calibration().shared());
      writeFeatures(learnt.vocabulary(), out);
      writeFloats(learnt.layer().scales, out);
      writeFloats(learnt.layer().bias, out);
      out.write(learnt.layer().weights);
      writeExamples(learnt.examples(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a byte array cannot fail", impossible);
    }
    return bytes.toByteArray();
  }

  static IntentModel read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte format = in.readByte();
      if (format != FORMAT && format != WITHOUT_SHARE) {
        throw new IllegalArgumentException("unknown format " + format + " of an intent model");
      }
      IntentModel model = readModel(in, bytes.length, format);
      if (in.read() >= 0) {
        throw new IllegalArgumentException("damaged intent model: bytes left over");
      }
      return model;
    } catch (IOException | IndexOutOfBoundsException damaged) {
      throw new IllegalArgumentException("damaged intent model", damaged);
    }
  }

  private static IntentModel readModel(DataInputStream in, int limit, byte format)
      throws IOException {
    List<String> ids = new ArrayList<>();
    List<IntentRule> rules = new ArrayList<>();
    int intents = count(in, limit);
    for (int i = 0; i < intents; i++) {
      ids.add(in.readUTF());
      int priority = in.readInt();
      double threshold = in.readDouble();
      rules.add(
          new IntentRule(
              priority,
              Double.isNaN(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold)));
    }
    Calibration calibration =
        new Calibration(
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            format != WITHOUT_SHARE && in.readBoolean());
    Vocabulary vocabulary = readFeatures(in, limit);
    float[] scales = readFloats(in, limit);
    float[] bias = readFloats(in, limit);
    byte[] weights = in.readNBytes(Math.multiplyExact(scales.length, bias.length));
    if (bias.length != intents
        || scales.length != vocabulary.size()
        || weights.length != scales.length * bias.length) {
      throw new IllegalArgumentException("damaged intent model: sizes do not agree");
    }
    return new IntentModel(
        ids,
        rules,
        new IntentModel.Learnt(
            vocabulary,
            new CompactLayer(weights, scales, bias),
            calibration,
            readExamples(in, limit, intents)));
  }

  private static void writeIntents(IntentModel model, DataOutputStream out) throws IOException {
    out.writeInt(model.ids().size());
    for (int i = 0; i < model.ids().size(); i++) {
      IntentRule rule = model.ruleList().get(i);
      out.writeUTF(model.ids().get(i));
      out.writeInt(rule.priority());
      out.writeDouble(rule.threshold().orElse(Double.NaN));
    }
  }

  private static void writeFeatures(Vocabulary vocabulary, DataOutputStream out)
      throws IOException {
    long[] keys = vocabulary.table.keysByNumber();
    out.writeInt(keys.length);
    for (long key : keys) {
      out.writeLong(key);
    }
    writeFloats(vocabulary.weights, out);
    out.writeFloat(vocabulary.strangeWeight);
  }

  private static Vocabulary readFeatures(DataInputStream in, int limit) throws IOException {
    int size = count(in, limit);
    FeatureTable table = new FeatureTable(size);
    for (int i = 0; i < size; i++) {
      if (table.add(in.readLong()) != i) {
        throw new IllegalArgumentException("damaged intent model: a feature comes twice");
      }
    }
    float[] weights = readFloats(in, limit);
    if (weights.length != size) {
      throw new IllegalArgumentException("damaged intent model: sizes do not agree");
    }
    return new Vocabulary(table, weights, in.readFloat());
  }

  private static void writeExamples(ExampleTable examples, DataOutputStream out)
      throws IOException {
    out.writeInt(examples.keys.length);
    for (int i = 0; i < examples.keys.length; i++) {
      out.writeLong(examples.keys[i]);
      out.writeInt(examples.intents[i]);
    }
  }

  private static ExampleTable readExamples(DataInputStream in, int limit, int intents)
      throws IOException {
    int size = count(in, limit);
    long[] keys = new long[size];
    int[] owners = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = in.readLong();
      owners[i] = Objects.checkIndex(in.readInt(), intents);
    }
    return new ExampleTable(keys, owners);
  }

  private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readFloats(DataInputStream in, int limit) throws IOException {
    float[] values = new float[count(in, limit)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  /// A size that cannot be greater than the bytes there are: damaged bytes must not take the
  /// memory.
  private static int count(DataInputStream in, int limit) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > limit) {
      throw new IllegalArgumentException("damaged intent model: impossible size " + count);
    }
    return count;
  }
}
