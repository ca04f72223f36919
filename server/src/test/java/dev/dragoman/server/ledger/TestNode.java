package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.store.IdentityHash;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;

/// A ledger as one node has it, with the bot of one step, and words to speak to it.
final class TestNode implements AutoCloseable {
  static final String BOT = "b0".repeat(12);
  static final IdentityHash HASH = new IdentityHash(new SecretKeySpec(new byte[32], "HmacSHA256"));

  private final Ledger ledger;
  private final Supplier<Seed> seeds;

  private TestNode(Ledger ledger, Supplier<Seed> seeds) {
    this.ledger = ledger;
    this.seeds = seeds;
  }

  static TestNode open(LedgerDatabase database, long seed) {
    return open(database, seed, LedgerSettings.DEFAULT, (_, _, _) -> {});
  }

  static TestNode open(
      LedgerDatabase database, long seed, LedgerSettings settings, AfterCommit afterCommit) {
    Supplier<Seed> seeds = seeds(seed);
    Ledger.Ports ports =
        new Ledger.Ports(database, catalog(new OneStepBot()), afterCommit, HASH, seeds);
    return new TestNode(Ledger.open(settings, ports, System::nanoTime), seeds);
  }

  static TestNode open(LedgerDatabase database, long seed, Decider decider) {
    return open(database, seed, LedgerSettings.DEFAULT, decider);
  }

  static TestNode open(
      LedgerDatabase database, long seed, LedgerSettings settings, Decider decider) {
    Supplier<Seed> seeds = seeds(seed);
    Ledger.Ports ports = new Ledger.Ports(database, catalog(decider), (_, _, _) -> {}, HASH, seeds);
    return new TestNode(Ledger.open(settings, ports, System::nanoTime), seeds);
  }

  static Supplier<Seed> seeds(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    return () -> {
      byte[] bytes = new byte[Seed.BYTES];
      synchronized (chance) {
        chance.nextBytes(bytes);
      }
      return new Seed(bytes);
    };
  }

  static BotCatalog catalog(Decider decider) {
    BotCatalog.Ready ready =
        new BotCatalog.Ready() {
          @Override
          public Decider decider() {
            return decider;
          }

          @Override
          public Facts facts(Value.Obj attributes) {
            return new Facts(attributes, OneStepBot.VERSION, false, false);
          }

          @Override
          public int offsetSeconds(long epochNanos) {
            return 3_600;
          }
        };
    return new BotCatalog() {
      @Override
      public Ready ready(Wanted wanted) {
        return ready;
      }

      @Override
      public boolean load(Wanted wanted) {
        return true;
      }
    };
  }

  Ledger ledger() {
    return ledger;
  }

  String newTurn() {
    return new Chance(seeds.get()).objectId();
  }

  Submission text(Target target, String text, InputId inputId) {
    Input input = new Input.Text(text, List.of(), Understood.NOTHING);
    return new Submission(1, target, new Arrival(newTurn(), input), inputId, Urgency.LIVE);
  }

  Outcome say(Target target, String text) {
    return ledger.submit(text(target, text, null));
  }

  Turn said(Target target, String text) {
    return ((Outcome.Committed) say(target, text)).turn();
  }

  static Target person(String name) {
    return person(name, 0);
  }

  static Target person(String name, int thread) {
    return new Target.Addressed(
        BOT, "direct", new Target.Identity(BOT, name), thread, Value.Obj.EMPTY);
  }

  static InputId id(String id) {
    return new InputId("test", id, "0123456789abcdef");
  }

  @Override
  public void close() {
    ledger.close();
  }
}
