package org.kontor.ui.common;

/**
 * A failure that nobody foresaw, as it is shown and handed on.
 *
 * @param code short, the same for the same bug on every computer
 * @param details to copy: no names of documents or people
 */
public record Unexpected(String code, String details) {

  /**
   * @param version of Kontor, with its name
   */
  public static Unexpected of(Throwable failure, String version) {
    String code = FailureCode.of(failure);
    String details =
        "%s%n%s, Java %s, %s %s%n%s"
            .formatted(
                code,
                version,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                FailureTrace.of(failure));
    return new Unexpected(code, details);
  }
}
