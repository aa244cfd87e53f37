package org.kontor.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version, from the manifest of the jar; the single source is pom.xml. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Kontor " + number()};
  }

  private static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
