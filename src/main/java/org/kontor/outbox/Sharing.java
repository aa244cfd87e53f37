package org.kontor.outbox;

import java.util.List;
import org.kontor.dms.SendProgress;

/** Shares the progress of one request out among its entries, which leave in their order. */
final class Sharing implements SendProgress {
  private final List<Item> items;
  private final Board board;
  private final Signals signals;
  private int current;
  private long before;

  Sharing(List<Item> items, Board board, Signals signals) {
    this.items = items;
    this.board = board;
    this.signals = signals;
  }

  @Override
  public void sent(long bytes) {
    while (current < items.size() - 1 && bytes - before > bytesOf(current)) {
      board.progress(items.get(current).id(), bytesOf(current));
      before += bytesOf(current);
      current++;
    }
    board.progress(items.get(current).id(), Math.min(bytes - before, bytesOf(current)));
    signals.changed();
  }

  private long bytesOf(int index) {
    return items.get(index).entry().totalBytes();
  }
}
