package org.kontor.local.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** An API behind Basic sign-in or the session cookie (reference 1.5), at all paths. */
public final class SignedInFace implements Face {
  private static final System.Logger LOG = System.getLogger(SignedInFace.class.getName());

  private final Routes routes;
  private final SignIn signIn;
  private final ErrorForm errors;

  /**
   * @param errors what errors look like
   */
  public SignedInFace(Routes routes, SignIn signIn, ErrorForm errors) {
    this.routes = routes;
    this.signIn = signIn;
    this.errors = errors;
  }

  @Override
  public boolean owns(String rawPath) {
    return true;
  }

  @Override
  public Response answer(Call call) throws IOException {
    Locale locale = Texts.accepted(call.header("Accept-Language").orElse("de"));
    try {
      Optional<SignIn.Recognised> recognised =
          signIn.recognise(call.headers().apply("Authorization"), call.headers().apply("Cookie"));
      if (recognised.isEmpty()) {
        return new HttpFailure(401, Message.of("request.signin"))
            .with("WWW-Authenticate", "Basic realm=\"Kontor\", charset=\"UTF-8\"")
            .response(locale, errors);
      }
      Routes.Found found = routes.find(call.method(), call.rawPath());
      Response response =
          found.handler().handle(call.from(recognised.get().caller(), found.path()));
      Optional<String> cookie = recognised.get().newSession();
      return cookie.isPresent() ? response.with("Set-Cookie", cookie.get()) : response;
    } catch (HttpFailure failure) {
      return failure.response(locale, errors);
    } catch (RuntimeException unexpected) {
      LOG.log(System.Logger.Level.ERROR, "A request failed", unexpected);
      return new HttpFailure(500, 3003, Message.of("request.internal")).response(locale, errors);
    }
  }
}
