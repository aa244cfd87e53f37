package org.kontor.local;

/** Someone who may sign in. The password never shows in {@link #toString}. */
public record Account(String name, String password) {
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
