package org.kontor.app;

final class Main {
  private Main() {}

  static void main(String[] arguments) {}
}
