package dev.dragoman.server.flow;

import dev.dragoman.core.understand.intent.IntentModel;
import dev.dragoman.server.store.Bots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Models in memory, the least recently used dropped when they weigh more than the budget.
/// Thread-safe; a model larger than the budget is kept alone.
final class ModelCache {
  private final Bots bots;
  private final long budgetBytes;
  private final Map<BotShelf.VersionKey, IntentModel> models = new LinkedHashMap<>(16, 0.75f, true);
  private long weightBytes;

  ModelCache(Bots bots, long budgetBytes) {
    this.bots = bots;
    this.budgetBytes = budgetBytes;
  }

  Optional<IntentModel> get(BotShelf.VersionKey key) {
    synchronized (models) {
      IntentModel known = models.get(key);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<IntentModel> read =
        bots.model(key.bot().workspace(), key.bot().botId(), key.version())
            .map(IntentModel::ofBytes);
    read.ifPresent(model -> keep(key, model));
    return read;
  }

  private void keep(BotShelf.VersionKey key, IntentModel model) {
    synchronized (models) {
      if (models.put(key, model) == null) {
        weightBytes += model.estimatedBytes();
      }
      var eldest = models.entrySet().iterator();
      while (weightBytes > budgetBytes && models.size() > 1) {
        weightBytes -= eldest.next().getValue().estimatedBytes();
        eldest.remove();
      }
    }
  }
}
