package org.kontor.local.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 value as hexadecimal text in small letters. */
public record Digest(String hex) {
  static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The value of 32 bytes. */
  public static Digest of(byte[] value) {
    return new Digest(HexFormat.of().formatHex(value));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
