package org.kontor.local.rillsoft;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.http.Call;
import org.kontor.local.http.Caller;
import org.kontor.local.http.Face;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Passwords;
import org.kontor.local.http.Response;
import org.kontor.local.http.Routes;
import org.kontor.local.store.DiskException;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** The Rillsoft API below {@code /api/v2}: bearer tokens, and the documented errors. */
public final class RillsoftFace implements Face {
  private static final System.Logger LOG = System.getLogger(RillsoftFace.class.getName());
  private static final String PREFIX = "/api/v2";
  private static final String SCHEME = "Bearer ";
  private static final Caller NOBODY = new Caller(0, "");

  private final Routes routes = new Routes();
  private final Passwords passwords;
  private final Tokens tokens;
  private final SignInEndpoint signIn;
  private final ErrorResponse errors;

  /** The face of a store, which its opener closes. */
  public RillsoftFace(RillsoftStore store, Passwords passwords, RillsoftOptions options) {
    this.passwords = passwords;
    this.tokens = new Tokens(options.tokenLife(), options.clock());
    this.signIn = new SignInEndpoint(passwords, tokens, options);
    this.errors = new ErrorResponse(options);
    RillsoftApi.addTo(routes, store, options);
  }

  @Override
  public boolean owns(String rawPath) {
    return rawPath.startsWith(PREFIX + "/") || rawPath.equals(PREFIX) || signIn.owns(rawPath);
  }

  @Override
  public Response answer(Call call) throws IOException {
    Locale locale = Texts.accepted(call.header("Accept-Language").orElse("en"));
    try {
      if (signIn.owns(call.rawPath())) {
        return signIn.handle(call.method(), call.from(NOBODY, Map.of()));
      }
      Caller caller = caller(call.header("Authorization"));
      Routes.Found found = routes.find(call.method(), call.rawPath());
      return found.handler().handle(call.from(caller, found.path()));
    } catch (HttpFailure failure) {
      return errors.of(failure, locale);
    } catch (DiskException failed) {
      LOG.log(System.Logger.Level.ERROR, "A file could not be kept", failed);
      return errors.of(internal(), locale);
    } catch (RuntimeException unexpected) {
      LOG.log(System.Logger.Level.ERROR, "A request failed", unexpected);
      return errors.of(internal(), locale);
    }
  }

  private static HttpFailure internal() {
    return new HttpFailure(500, Message.of("rillsoft.internal"));
  }

  private Caller caller(Optional<String> authorization) throws HttpFailure {
    String header = authorization.orElse("");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new HttpFailure(401, Message.of("rillsoft.token.none"));
    }
    Tokens.Reading reading = tokens.read(header.substring(SCHEME.length()).strip());
    return reading
        .account()
        .flatMap(passwords::account)
        .orElseThrow(
            () -> new HttpFailure(401, reading.fault().orElse(Message.of("rillsoft.token.wrong"))));
  }
}
