package org.kontor.app;

import java.io.IOException;
import org.kontor.settings.AppPaths;

/** What every start of the program does first. */
final class ThisStart {
  private ThisStart() {}

  /** Makes Kontor's folders, and keeps log files, temporary files and the list of fonts in them. */
  static AppPaths prepare() throws IOException {
    AppPaths paths = AppPaths.ofThisStart();
    paths.create();
    Logs.begin(paths);
    // Documents that are looked at must not lie where others could read them.
    System.setProperty("java.io.tmpdir", paths.cache().toString());
    // PDFBox would write its list of fonts into the person's home.
    System.setProperty("pdfbox.fontcache", paths.cache().toString());
    return paths;
  }
}
