package dev.dragoman.server.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Which room may see which: the table of docs/ARCHITECTURE.md, held by the build.
class ArchitectureTest {
  private static final String SERVER = "dev.dragoman.server.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.dragoman");

  @Test
  void noPackagesGoRoundInACircle() {
    slices()
        .matching("dev.dragoman.(**)")
        .should()
        .beFreeOfCycles()
        .because("a room that needs its own guest cannot be understood alone")
        .check(CLASSES);
  }

  @Test
  void coreSeesNothingButItself() {
    noClasses()
        .that()
        .resideInAPackage("dev.dragoman.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.dragoman.server..", "java.sql..", "java.net..", "java.nio.file..")
        .because("what decides must not be able to act")
        .check(CLASSES);
  }

  @Test
  void nobodySeesApp() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SERVER + "app..", "dev.dragoman.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SERVER + "app..")
        .because("wiring is the outermost ring")
        .check(CLASSES);
  }

  @Test
  void onlyHttpKnowsTheHttpLibrary() {
    only("io.helidon..", "it can be replaced in one place", SERVER + "http..");
  }

  @Test
  void onlyTheLedgerAndTheStoreKnowSql() {
    only(
        "java.sql..",
        "everything that becomes true goes through them",
        SERVER + "ledger..",
        SERVER + "store..",
        SERVER + "app..",
        "dev.dragoman.bench..");
  }

  @Test
  void onlyEgressOpensConnectionsOutwards() {
    only("org.apache.hc..", "every outbound address is checked there", SERVER + "egress..");
  }

  @Test
  void onlyMailKnowsTheMailLibrary() {
    only("jakarta.mail..", "what a bot writes into a mail is checked there", SERVER + "mail..");
  }

  @Test
  void onlyTheJsonDoorKnowsJackson() {
    only(
        "tools.jackson..",
        "the rules about what is legal JSON stand in one place",
        SERVER + "json..");
  }

  @Test
  void dialectsNeverSeeEachOther() {
    slices()
        .matching(SERVER + "dialect.(*)..")
        .should()
        .notDependOnEachOther()
        .because("a wire must be changeable without reading another one")
        .check(CLASSES);
  }

  @Test
  void flowSeesNoDoor() {
    noClasses()
        .that()
        .resideInAnyPackage(SERVER + "flow..", SERVER + "ledger..", SERVER + "store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SERVER + "http..", SERVER + "dialect..", SERVER + "api..", SERVER + "hooks..")
        .because("doors call inwards; what goes outwards goes through ports")
        .check(CLASSES);
  }

  @Test
  void onlyFlowAndTheSweepsCallTheLedger() {
    classes()
        .that()
        .haveFullyQualifiedName(SERVER + "ledger.Ledger")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(
            SERVER + "ledger..", SERVER + "flow..", SERVER + "app..", "dev.dragoman.bench..")
        .because("there is one way to make something true")
        .check(CLASSES);
  }

  @Test
  void theSandboxSharesNothingWithWhatItTests() {
    noClasses()
        .that()
        .resideInAPackage(SERVER + "sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SERVER + "http..",
            SERVER + "channel..",
            SERVER + "store..",
            SERVER + "flow..",
            SERVER + "egress..")
        .because("it plays the other side, over HTTP only")
        .check(CLASSES);
  }

  private static void only(String library, String because, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .and()
        .resideInAPackage("dev.dragoman..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(because)
        .check(CLASSES);
  }
}
