package org.kontor.local.enaio;

import java.util.Arrays;
import java.util.Optional;
import org.kontor.local.text.Message;

/**
 * What a history tells; codes of reference 3.10, from 200 on those of the sister product, but 203,
 * 304 and 305 are our own (G43).
 */
enum Action {
  CREATED(100, "history.created"),
  CREATED_WITH_CONTENT(101, "history.created.content"),
  LOCATION(140, "history.location"),
  CONTENT_DELETED(201, "history.content.deleted"),
  BINNED(202, "history.binned"),
  LOCATION_REMOVED(203, "history.location.removed"),
  UPDATED(300, "history.updated"),
  CONTENT_UPDATED(301, "history.content.updated"),
  MOVED(303, "history.moved"),
  RESTORED(304, "history.restored"),
  ARCHIVED(305, "history.archived");

  private final int code;
  private final String key;

  Action(int code, String key) {
    this.code = code;
    this.key = key;
  }

  int code() {
    return code;
  }

  /** The sentence for a code, unless the caller's own words stand there. */
  static Optional<Message> sentence(int code) {
    return Arrays.stream(values())
        .filter(it -> it.code == code)
        .map(it -> Message.of(it.key))
        .findFirst();
  }
}
