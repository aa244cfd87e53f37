package org.kontor.local.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** A request that is answered with an error (reference 5.1). */
public final class HttpFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int serviceCode;
  private final transient Message reason;
  private final transient Map<String, String> headers = new HashMap<>();

  /** An error without a documented service code. */
  public HttpFailure(int status, Message reason) {
    this(status, 0, reason);
  }

  /**
   * An error.
   *
   * @param status HTTP status, 400 to 599
   * @param serviceCode code of reference 5.1, or 0
   */
  public HttpFailure(int status, int serviceCode, Message reason) {
    super(status + " " + Texts.render(reason, Locale.ENGLISH));
    this.status = status;
    this.serviceCode = serviceCode;
    this.reason = reason;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The sentence for the caller. */
  public Message reason() {
    return reason;
  }

  /** What the answer carries in its head. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  /** Has the answer carry one more header. */
  public HttpFailure with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Response response(Locale locale, ErrorForm form) {
    Response response = form.response(status, serviceCode, Texts.render(reason, locale));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }
}
