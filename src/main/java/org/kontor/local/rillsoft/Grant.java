package org.kontor.local.rillsoft;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one account may do.
 *
 * @param client empty for every client
 */
public record Grant(String account, OptionalLong client, Access access) {
  private static final Pattern TEXT = Pattern.compile("(.+?)(?:@([0-9]{1,18}))?=([a-z]+)");

  /** The grant of a text such as {@code anna=read} or {@code anna@2=none}. */
  public static Optional<Grant> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String client = matcher.group(2);
    OptionalLong number =
        client == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(client));
    return Access.Role.of(matcher.group(3))
        .map(role -> new Grant(matcher.group(1), number, Access.of(role)));
  }

  boolean covers(String name, long number) {
    return account.equals(name) && (client.isEmpty() || client.getAsLong() == number);
  }
}
