package org.kontor.ui.common;

import java.util.AbstractList;
import java.util.BitSet;

/** The numbers in a bit set as a list; walking through it is cheap in both directions. */
final class BitRows extends AbstractList<Integer> {
  private final BitSet bits;
  private final int size;
  private int position;
  private int row;

  BitRows(BitSet bits) {
    this.bits = bits;
    size = bits.cardinality();
    row = bits.nextSetBit(0);
  }

  @Override
  public Integer get(int wanted) {
    if (wanted < 0 || wanted >= size) {
      throw new IndexOutOfBoundsException(wanted);
    }
    if (wanted < position / 2) {
      position = 0;
      row = bits.nextSetBit(0);
    }
    for (; position < wanted; position++) {
      row = bits.nextSetBit(row + 1);
    }
    for (; position > wanted; position--) {
      row = bits.previousSetBit(row - 1);
    }
    return row;
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof Integer number && number >= 0 && bits.get(number);
  }

  @Override
  public int size() {
    return size;
  }
}
