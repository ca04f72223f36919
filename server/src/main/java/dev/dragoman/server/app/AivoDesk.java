package dev.dragoman.server.app;

import dev.dragoman.server.dialect.aivo.AivoDoor;
import dev.dragoman.server.dialect.aivo.WireMap;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens the aivo door with the map of its deployment.
final class AivoDesk {
  private AivoDesk() {}

  /// The door; throws `IllegalStateException` naming what is wrong with the map.
  static Door open(Settings settings, AivoDoor.Parts parts) {
    WireMap map = settings.aivoMap().map(AivoDesk::read).orElseGet(WireMap::proposed);
    return AivoDoor.open(map, parts);
  }

  private static WireMap read(Path file) {
    try {
      return WireMap.of(Files.readAllBytes(file));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException("aivo.map " + file + ": " + wrong.getMessage(), wrong);
    } catch (IOException unreadable) {
      throw new IllegalStateException("aivo.map " + file + " cannot be read", unreadable);
    }
  }
}
