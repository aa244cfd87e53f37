package org.kontor.enaio;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the DMS service; it is not the version of enaio (reference 1.2). */
public record ServiceVersion(int major, int minor, int patch)
    implements Comparable<ServiceVersion> {
  /** Builds carry more after the three numbers. */
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[^\\d].*)?");

  private static final Comparator<ServiceVersion> ORDER =
      Comparator.comparingInt(ServiceVersion::major)
          .thenComparingInt(ServiceVersion::minor)
          .thenComparingInt(ServiceVersion::patch);

  /** Reads {@code 6.5}, {@code 6.5.1} or {@code 6.5.1-12}; empty for anything else. */
  public static Optional<ServiceVersion> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    String patch = form.group(3);
    return Optional.of(
        new ServiceVersion(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            patch == null ? 0 : Integer.parseInt(patch)));
  }

  @Override
  public int compareTo(ServiceVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
