package org.kontor.ui.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.model.ObjectId;

/**
 * A link to an object, for mails and notes: {@code kontor:object?server=<address>&id=<id>}, see
 * docs/links.md. Links come from outside: one only ever asks to be shown.
 *
 * @param server address of the server, http or https, without a slash at its end
 */
public record ObjectLink(String server, ObjectId id) {
  private static final int LONGEST = 2_000;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern LINK =
      Pattern.compile("kontor:object\\?server=([A-Za-z0-9%._~*+-]+)&id=(" + ID.pattern() + ")");

  /** To an object of a server whose address was typed so. */
  public static Optional<ObjectLink> to(String address, ObjectId id) {
    return ID.matcher(id.value()).matches()
        ? server(address).map(server -> new ObjectLink(server, id))
        : Optional.empty();
  }

  /** Understands exactly what {@link #toString} writes, blanks around it aside. */
  public static Optional<ObjectLink> parse(String text) {
    Matcher link = LINK.matcher(text.strip());
    if (text.length() > LONGEST || !link.matches()) {
      return Optional.empty();
    }
    try {
      String server = URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
      return to(server, new ObjectId(link.group(2)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** An id alone, as people read it from somewhere; empty for anything else. */
  public static Optional<ObjectId> id(String text) {
    return ID.matcher(text.strip()).matches()
        ? Optional.of(new ObjectId(text.strip()))
        : Optional.empty();
  }

  /** Whether it leads to the server whose address was typed so. */
  public boolean isOf(String address) {
    return server(address).filter(server::equals).isPresent();
  }

  @Override
  public String toString() {
    return "kontor:object?server="
        + URLEncoder.encode(server, StandardCharsets.UTF_8)
        + "&id="
        + id.value();
  }

  /** The address in one writing; empty where it is none, or would carry more than an address. */
  private static Optional<String> server(String address) {
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean plain =
          (scheme.equals("http") || scheme.equals("https"))
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (!plain) {
        return Optional.empty();
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String path = uri.getRawPath().replaceAll("/+$", "");
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
