package dev.dragoman.core.understand.intent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Labelled messages from the test resources.
final class Corpus {
  private Corpus() {}

  static List<TrainingSet.Row> rows(String file) {
    String path = "/nlu/braun2017/" + file + ".tsv";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Corpus.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> line.split("\t", 2))
          .map(parts -> new TrainingSet.Row(parts[0], parts[1]))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A pizza bot of three intents, small enough to read.
  static TrainingSet pizza() {
    return new TrainingSet(
        List.of(
            IntentExamples.of(
                "order",
                List.of(
                    "quiero una pizza",
                    "una pizza grande por favor",
                    "quisiera pedir una pizza pequeña",
                    "pedir comida a domicilio",
                    "me gustaría ordenar una pizza")),
            IntentExamples.of(
                "human",
                List.of(
                    "quiero hablar con alguien",
                    "pásame con un agente",
                    "necesito una persona",
                    "hablar con un humano",
                    "atención al cliente")),
            IntentExamples.of(
                "hours",
                List.of(
                    "a qué hora abren",
                    "cuál es el horario",
                    "están abiertos hoy",
                    "hasta qué hora atienden",
                    "horario de apertura"))));
  }
}
