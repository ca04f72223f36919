package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Moment;
import java.util.concurrent.CountDownLatch;

/// The bot of one step that stands still at one word, under the locks of its batch, until it is
/// let on: a node frozen at the worst moment.
///
/// @param reached counted down each time it comes to the word
/// @param open let on from the moment it is counted down
record GatedBot(String word, CountDownLatch reached, CountDownLatch open) implements Decider {
  @Override
  public Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts facts) {
    if (input instanceof Input.Text text && text.text().equals(word)) {
      reached.countDown();
      await();
    }
    return new OneStepBot().decide(before, turnId, input, moment, facts);
  }

  private void await() {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
