package org.kontor.dms;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.model.ServerCertificate;

/**
 * Everything a server call can end with, except its answer. The message is technical and for the
 * details; what a person reads is made where the failure is shown. No message holds a password, a
 * token or a cookie.
 */
public abstract sealed class DmsException extends Exception {

  private DmsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The server does not know this person, the password is wrong, or the session has ended. */
  public static final class NotSignedIn extends DmsException {
    public NotSignedIn(String message) {
      super(message, null);
    }
  }

  /** The server knows the person and does not let her do this. */
  public static final class NoRight extends DmsException {
    public NoRight(String message) {
      super(message, null);
    }
  }

  /** No such object, or none that this person may see. */
  public static final class NotFound extends DmsException {
    public NotFound(String message) {
      super(message, null);
    }
  }

  /** The server read the request and said no: nothing of it was stored. */
  public static final class Refused extends DmsException {
    /** What kind of no it is, where the answer tells. */
    public enum Reason {
      /** Something of the request is against the rules; the server's words say what. */
      RULES,
      /** The value of a key field belongs to another object by now (reference 5.1, 3000). */
      KEY_TAKEN,
      /** The request is larger than the server takes (HTTP 413). */
      TOO_LARGE,
      /** The server does not take requests of this form (HTTP 405, 406, 415). */
      WRONG_FORM,
      /** The server takes no files of this kind; the words say which file it is about. */
      FILE_KIND
    }

    private final Reason reason;
    private final String words;
    private final Map<String, String> fieldMessages;

    /**
     * @param message the server's own sentence
     * @param fieldMessages field name to the server's message, where it can be told apart
     */
    public Refused(String message, Map<String, String> fieldMessages) {
      this(message, Reason.RULES, message, fieldMessages);
    }

    /**
     * @param words the server's own sentence, empty where it said none
     * @param fieldMessages field name to the server's message, where it can be told apart
     */
    public Refused(String message, Reason reason, String words, Map<String, String> fieldMessages) {
      super(message, null);
      this.reason = reason;
      this.words = words.strip();
      this.fieldMessages = Map.copyOf(fieldMessages);
    }

    public Reason reason() {
      return reason;
    }

    /** The server's own sentence, without status and code; empty where it said none. */
    public String words() {
      return words;
    }

    public Map<String, String> fieldMessages() {
      return fieldMessages;
    }
  }

  /** Locked by, or changed by, somebody else. */
  public static final class Conflict extends DmsException {
    private final Optional<String> lockedBy;

    public Conflict(String message) {
      this(message, Optional.empty());
    }

    /**
     * @param lockedBy who holds the document, as the server names people: often only a number
     */
    public Conflict(String message, Optional<String> lockedBy) {
      super(message, null);
      this.lockedBy = lockedBy;
    }

    /** Who holds the document, where the server told (reference 3.15). */
    public Optional<String> lockedBy() {
      return lockedBy;
    }
  }

  /** No byte of the request reached the server, so sending it again is safe. */
  public static sealed class Unreachable extends DmsException {
    public Unreachable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The server came with a certificate that does not count; nothing was sent to it, no password
   * either.
   */
  public static final class Untrusted extends Unreachable {
    /** Why it does not count. */
    public enum Doubt {
      /** Nobody whom this computer trusts vouches for it, or its time is over or not yet come. */
      UNKNOWN,
      /** It is made out to another name than the server was asked by. */
      OTHER_NAME,
      /** A person decided on another key for this server: a hard stop. */
      CHANGED_KEY
    }

    private final transient ServerCertificate certificate;
    private final Doubt doubt;

    public Untrusted(String message, ServerCertificate certificate, Doubt doubt, Throwable cause) {
      super(message, cause);
      this.certificate = certificate;
      this.doubt = doubt;
    }

    /** What the server came with. */
    public ServerCertificate certificate() {
      return certificate;
    }

    public Doubt doubt() {
      return doubt;
    }
  }

  /** The proxy on the way wants to know who asks; the server was not told anything. */
  public static final class ProxyRefuses extends Unreachable {
    public ProxyRefuses(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The server asks to come back later; it stored nothing (429, 503 with Retry-After). */
  public static final class Busy extends DmsException {
    private final Optional<Duration> retryAfter;

    public Busy(String message, Optional<Duration> retryAfter) {
      super(message, null);
      this.retryAfter = retryAfter;
    }

    public Optional<Duration> retryAfter() {
      return retryAfter;
    }
  }

  /** A write was at least partly sent and its answer is missing or senseless: it may be stored. */
  public static final class InDoubt extends DmsException {
    public InDoubt(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** A read was answered with something that is not this API: HTML, cut JSON, a wrong shape. */
  public static sealed class ProtocolViolation extends DmsException {
    public ProtocolViolation(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * A read that the server broke down over (reference 5.1: 3003, HTTP 500). Whoever can do without
   * an answer need not tell it from other senseless ones.
   */
  public static final class ServerFailed extends ProtocolViolation {
    public ServerFailed(String message) {
      super(message, null);
    }
  }

  /**
   * A list of which the server gave only a part, without a known way to get the rest. Nothing can
   * be said to be missing from it.
   */
  public static final class PartOfList extends ProtocolViolation {
    public PartOfList(String message) {
      super(message, null);
    }
  }

  /**
   * A file to be sent cannot be read, or is no longer what it was when it was accepted. Nothing was
   * stored.
   */
  public static final class FileUnusable extends DmsException {
    public FileUnusable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * This server, or its version, cannot do what was asked; or Kontor found no way to ask it.
   * Nothing was stored.
   */
  public static final class NotOffered extends DmsException {
    private final Optional<String> setting;

    /**
     * @param what what was asked for
     */
    public NotOffered(String what) {
      super(what + ": not offered by this server", null);
      setting = Optional.empty();
    }

    /**
     * @param setting the point of the server's profile where an administrator can say how to ask
     * @param lastAnswer what came of the last way that was tried
     */
    public NotOffered(String setting, DmsException lastAnswer) {
      super("%s: no known way works; %s".formatted(setting, lastAnswer.getMessage()), lastAnswer);
      this.setting = Optional.of(setting);
    }

    /** What an administrator may set in the profile, where that would help. */
    public Optional<String> setting() {
      return setting;
    }
  }
}
