package org.kontor.outbox;

/**
 * Which queue an entry stands in: what a person waits for overtakes what a drop of 10,000 brought.
 */
public enum Lane {
  INTERACTIVE,
  BULK
}
