package org.kontor.outbox;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;

/** Digests of files that a server holds, lower-case hex SHA-256. */
final class HeldFiles {
  private static final int BUFFER = 1 << 18;

  private final DmsServer server;

  HeldFiles(DmsServer server) {
    this.server = server;
  }

  /** Downloads the file where the server tells no digest. */
  String digest(DmsObject.Document document, ContentInfo info)
      throws DmsException, InterruptedException {
    Optional<String> told = info.sha256();
    return told.isPresent()
        ? told.get().toLowerCase(Locale.ROOT)
        : digest(server.content(document.id(), document.isTypeless() ? 0 : info.index()));
  }

  /** Reads a download to its end, and closes it. */
  static String digest(Content download) throws DmsException {
    MessageDigest digest = FileDigests.sha256();
    try (Content content = download) {
      byte[] buffer = new byte[Math.clamp(content.length().orElse(BUFFER), 1, BUFFER)];
      for (int n = content.stream().read(buffer); n >= 0; n = content.stream().read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException failure) {
      throw new DmsException.Unreachable("the download broke off", failure);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
