package dev.dragoman.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator writes, and what Dragoman understands or refuses.
class SettingsTest {
  @TempDir Path directory;

  @Test
  void hasDefaults() {
    Settings settings = load(List.of(), Map.of());
    assertThat(settings.http())
        .isEqualTo(
            new Settings.Http("127.0.0.1", 8080, java.util.Optional.empty(), List.of(), 1_000_000));
    assertThat(settings.dataDirectory()).isEqualTo(directory.resolve("data"));
    assertThat(settings.keyFile()).isEqualTo(directory.resolve("data/keys"));
    assertThat(settings.database().url()).isEmpty();
    assertThat(settings.turn()).isEqualTo(new Settings.Turn(25_000, 60_000));
    assertThat(settings.hookTimeoutMillis()).isEqualTo(10_000);
    assertThat(settings.adminKey()).isEmpty();
    assertThat(settings.demo()).isFalse();
  }

  @Test
  void aFlagBeatsTheEnvironmentBeatsTheFile() throws IOException {
    write("http: {port: 1, host: one, maxBodyBytes: 2000}");
    Settings settings =
        load(
            List.of("--port", "3"), Map.of("DRAGOMAN_HTTP_PORT", "2", "DRAGOMAN_HTTP_HOST", "two"));
    assertThat(settings.http().port()).isEqualTo(3);
    assertThat(settings.http().host()).isEqualTo("two");
    assertThat(settings.http().maxBodyBytes()).isEqualTo(2_000);
  }

  @Test
  void understandsEveryFormOfAFlag() {
    Settings settings =
        load(List.of("--port=1", "--demo", "--log.format", "json", "--data", "x"), Map.of());
    assertThat(settings.http().port()).isEqualTo(1);
    assertThat(settings.demo()).isTrue();
    assertThat(settings.log().format()).isEqualTo("json");
    assertThat(settings.dataDirectory()).isEqualTo(directory.resolve("x"));
  }

  @Test
  void pathsInTheFileStartFromTheFile() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("etc"));
    Files.writeString(elsewhere.resolve("d.yaml"), "data: {directory: ../var}");
    Settings settings = load(List.of("--config", "etc/d.yaml"), Map.of());
    assertThat(settings.dataDirectory()).isEqualTo(directory.resolve("var"));
  }

  @Test
  void takesListsFromYamlAndFromText() throws IOException {
    write("egress: {allow: [10.0.0.0/8, 'fd00::/8']}");
    assertThat(load(List.of(), Map.of()).egress().allow())
        .containsExactly("10.0.0.0/8", "fd00::/8");
    assertThat(load(List.of(), Map.of("DRAGOMAN_EGRESS_ALLOW", "127.0.0.1, ::1")).egress().allow())
        .containsExactly("127.0.0.1", "::1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DRAGOMAN_HTTP_PORT            | 65536         | http.port .* a whole number 0..65535, not "65536"
          DRAGOMAN_HTTP_PORT            | +1            | http.port .* a whole number 0..65535, not "[+]1"
          DRAGOMAN_HTTP_PORT            | ''            | http.port .* a whole number 0..65535, not ""
          DRAGOMAN_LOG_LEVEL            | loud          | log.level .* one of error, warn, info, debug, trace, not "loud"
          DRAGOMAN_EGRESS_ALLOW         | 10.0.0.0/33   | egress.allow .* networks like .*, not "10.0.0.0/33"
          DRAGOMAN_EGRESS_ALLOW         | example.com   | egress.allow .* networks like .*, not "example.com"
          DRAGOMAN_DATABASE_URL         | mysql://x/y   | database.url .* jdbc:postgresql://HOST.*, not "mysql://x/y"
          DRAGOMAN_DATABASE_URL         | jdbc:postgresql://x | database.url .* jdbc:postgresql://HOST.*
          DRAGOMAN_DATABASE_ALLOW_UNSAFE| yes           | database.allowUnsafe .* one of true, false, not "yes"
          DRAGOMAN_POSTGRES_MAX_WAL_MEGABYTES | many    | postgres.maxWalMegabytes .* auto, or a whole number 64..65536, not "many"
          DRAGOMAN_HTTP_TLS_KEY         | key.pem       | http.tlsCertificate and http.tlsKey must be set both or not at all
          DRAGOMAN_DATABASE_CONNECTIONS | 40            | database.connections must be less than postgres.maxConnections
          DRAGOMAN_EGRESS_CONNECT_TIMEOUT_MILLIS | 20000| egress.connectTimeoutMillis must not exceed egress.totalTimeoutMillis
          DRAGOMAN_HOOKS_TIMEOUT_MILLIS | 15001         | hooks.timeoutMillis must not exceed egress.totalTimeoutMillis
          DRAGOMAN_HTTP_TRUSTED_PROXIES | 10.0.0.1/8    | http.trustedProxies .* networks like .*, not "10.0.0.1/8"
          DRAGOMAN_DIALECTS_GPTBOTS_HOSTS | https://a.io | dialects.gptbots.hosts .* host names like .*, not "https://a.io"
          DRAGOMAN_DIALECTS_GPTBOTS_HOSTS | a.io:80     | dialects.gptbots.hosts .* host names like .*, not "a.io:80"
          DRAGOMAN_DIALECTS_GPTBOTS_HOSTS | a..io       | dialects.gptbots.hosts .* host names like .*, not "a..io"
          DRAGOMAN_DIALECTS_AIVO_CORS   | shop.example  | dialects.aivo.cors .* origins like .*, not "shop.example"
          DRAGOMAN_API_CORS             | https://a.io/ | api.cors .* origins like .*, not "https://a.io/"
          DRAGOMAN_DIALECTS_GPT_HOSTS   | a.io          | Unknown setting DRAGOMAN_DIALECTS_GPT_HOSTS; did you mean .*
          DRAGOMAN_HTTP_PROT            | 1             | Unknown setting DRAGOMAN_HTTP_PROT; did you mean DRAGOMAN_HTTP_PORT[?] .*
          """)
  void refusesByName(String variable, String value, String problem) {
    assertThatThrownBy(() -> load(List.of(), Map.of(variable, value)))
        .asInstanceOf(type(SettingsRefused.class))
        .extracting(SettingsRefused::problems)
        .satisfies(problems -> assertThat(problems).singleElement().asString().matches(problem));
  }

  @Test
  void dialectsStandTogetherInTheFile() throws IOException {
    write(
        "dialects: {aivo: {hosts: [A.io, b.io]}, gptbots: {cors: ['https://shop.example:8443']}}");
    Settings settings = load(List.of(), Map.of("DRAGOMAN_API_CORS", "*"));
    assertThat(settings.dialects())
        .containsExactly(
            new Settings.Dialect("clustaar", List.of(), List.of()),
            new Settings.Dialect("treble", List.of(), List.of()),
            new Settings.Dialect("aivo", List.of("a.io", "b.io"), List.of()),
            new Settings.Dialect("gptbots", List.of(), List.of("https://shop.example:8443")));
    assertThat(settings.apiCors()).containsExactly("*");
    assertThat(problemsOf("dialects: {aivo: {hosts: a.io}, treble: {hosts: a.io}}"))
        .containsExactly("dialects.treble.hosts and dialects.aivo.hosts must not share a.io");
    assertThat(problemsOf("dialects: {aivo: 5}"))
        .containsExactly("dialects.aivo in dragoman.yaml must be a section with names below it");
    assertThat(problemsOf("dialects: {whatsapp: {hosts: a.io}}"))
        .first()
        .asString()
        .startsWith("Unknown setting dialects.whatsapp.hosts in dragoman.yaml");
  }

  @Test
  void neverRepeatsASecret() {
    assertThatThrownBy(() -> load(List.of(), Map.of("DRAGOMAN_ADMIN_KEY", "short")))
        .hasMessage("admin.key (from DRAGOMAN_ADMIN_KEY) must be empty, or at least 16 characters");
    Settings settings = load(List.of(), Map.of("DRAGOMAN_ADMIN_KEY", "0123456789abcdef"));
    assertThat(settings.adminKey()).contains(new Secret("0123456789abcdef"));
    assertThat(settings.adminKey().toString()).doesNotContain("0123");
  }

  @Test
  void refusesWhatTheFileCannotMean() throws IOException {
    assertThat(problemsOf("http: {prot: 1}"))
        .first()
        .asString()
        .startsWith("Unknown setting http.prot in dragoman.yaml; did you mean http.port? ");
    assertThat(problemsOf("http: 5"))
        .containsExactly("http in dragoman.yaml must be a section with names below it");
    assertThat(problemsOf("http: {port: {a: b}}"))
        .containsExactly("http.port must be one value or a list of values");
    assertThat(problemsOf("- a"))
        .containsExactly(
            directory.resolve("dragoman.yaml") + " must consist of sections like \"http:\"");
    assertThat(problemsOf("http: {port: 1, port: 2}"))
        .singleElement()
        .asString()
        .contains("is not YAML")
        .contains("duplicate");
    assertThat(problemsOf("http: [")).singleElement().asString().contains("is not YAML");
    assertThat(problemsOf("http: {port: 0x1F}"))
        .containsExactly(
            "http.port (from dragoman.yaml) must be a whole number 0..65535, not \"0x1F\"");
  }

  @Test
  void refusesUnknownFlagsAndMissingFiles() {
    assertThatThrownBy(() -> load(List.of("--prot", "1"), Map.of()))
        .hasMessageStartingWith("Unknown setting --prot; did you mean --port? ");
    assertThatThrownBy(() -> load(List.of("--port"), Map.of())).hasMessage("--port needs a value");
    assertThatThrownBy(() -> load(List.of("8080"), Map.of()))
        .hasMessageStartingWith("Unexpected argument \"8080\"");
    assertThatThrownBy(() -> load(List.of("--config", "none.yaml"), Map.of()))
        .hasMessage("There is no file " + directory.resolve("none.yaml"));
  }

  @Test
  void anEmptyFileChangesNothing() throws IOException {
    write("# nothing yet\nhttp:\n");
    assertThat(load(List.of(), Map.of()).http().port()).isEqualTo(8080);
  }

  @Test
  void theManualIsTheTable() throws IOException {
    assertThat(Path.of("../docs/SETTINGS.md")).hasContent(Manual.page());
    assertThat(Path.of("../docs/dragoman.yaml")).hasContent(Manual.sample());
  }

  @Test
  void theSampleSaysTheDefaults() {
    Path sample = Path.of("../docs/dragoman.yaml").toAbsolutePath().normalize();
    Settings settings = load(List.of("--config", sample.toString()), Map.of());
    Settings standard = load(List.of(), Map.of());
    assertThat(settings.http()).isEqualTo(standard.http());
    assertThat(settings.database()).isEqualTo(standard.database());
    assertThat(settings.postgres()).isEqualTo(standard.postgres());
    assertThat(settings.egress()).isEqualTo(standard.egress());
    assertThat(settings.retention()).isEqualTo(standard.retention());
    assertThat(settings.modelCacheBytes()).isEqualTo(standard.modelCacheBytes());
  }

  private List<String> problemsOf(String yaml) throws IOException {
    write(yaml);
    try {
      load(List.of(), Map.of());
      return List.of();
    } catch (SettingsRefused e) {
      return e.problems();
    }
  }

  private void write(String yaml) throws IOException {
    Files.writeString(directory.resolve("dragoman.yaml"), yaml);
  }

  private Settings load(List<String> arguments, Map<String, String> environment) {
    return Settings.load(arguments, environment, directory);
  }
}
