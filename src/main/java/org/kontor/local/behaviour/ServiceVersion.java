package org.kontor.local.behaviour;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the DMS service (reference 1.2). */
public record ServiceVersion(int major, int minor, int patch)
    implements Comparable<ServiceVersion> {
  /** The one whose behaviour the server follows unless told otherwise. */
  public static final ServiceVersion PRESENT = new ServiceVersion(6, 8, 0);

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})(?:\\.([0-9]{1,4}))?");
  private static final Comparator<ServiceVersion> ORDER =
      Comparator.comparingInt(ServiceVersion::major)
          .thenComparingInt(ServiceVersion::minor)
          .thenComparingInt(ServiceVersion::patch);

  /** The version of a text such as {@code 6.5.1} or {@code 6.5}. */
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
