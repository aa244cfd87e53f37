package org.kontor.ui.common;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.kontor.dms.DmsException;
import org.kontor.outbox.NotAcceptedException;
import org.kontor.outbox.Problem;

/** Turns what went wrong into what a person reads: what happened, and what to do. */
public final class Sentences {
  private static final System.Logger LOG = System.getLogger(Sentences.class.getName());

  private final Messages messages;

  public Sentences(Locale locale) {
    messages = Messages.of(Sentences.class, locale);
  }

  /** Of a read, a file or anything else that failed. */
  public Sentence of(Exception failure) {
    return switch (failure) {
      case DmsException server -> ofServer(server);
      case NoSuchFileException file -> sentence("fileGone", nameIn(file));
      case AccessDeniedException file -> sentence("fileDenied", nameIn(file));
      case NotAcceptedException full when full.isDiskFull() -> sentence("outboxFull");
      case NotAcceptedException unwritten -> sentence("outboxUnwritable", cause(unwritten));
      case IOException disk -> sentence("disk", words(disk));
      case ExecutionException wrapped when wrapped.getCause() instanceof Exception cause ->
          of(cause);
      default -> unexpected(failure);
    };
  }

  /** Nobody foresaw it: the log has where it came from, by the code that the person reads. */
  private Sentence unexpected(Exception failure) {
    String code = FailureCode.of(failure);
    LOG.log(System.Logger.Level.ERROR, "Unexpected failure " + code, failure);
    return sentence("unexpected", code);
  }

  /** Of an entry in the outbox. */
  public Sentence of(Problem problem) {
    return switch (problem.cause()) {
      case NOT_SIGNED_IN -> sentence("notSignedIn");
      case NO_RIGHT -> sentence("noRight");
      case NOT_FOUND -> sentence("notFound");
      case REFUSED -> refused(problem.detail());
      case KEY_TAKEN -> sentence("keyTaken", problem.detail());
      case TOO_LARGE -> sentence("tooLarge");
      case WRONG_FORM -> sentence("wrongForm");
      case FILE_KIND -> sentence("fileKind", problem.detail());
      case CONFLICT -> sentence("conflict");
      case LOCKED -> sentence("locked", problem.detail());
      case UNREACHABLE -> sentence("unreachable");
      case UNTRUSTED -> sentence("untrusted", problem.detail());
      case CHANGED_KEY -> sentence("changedKey", problem.detail());
      case BUSY -> sentence("busy");
      case NO_ANSWER -> sentence("noAnswer");
      case FILE_UNUSABLE -> sentence("fileUnusable");
      case PROTOCOL -> sentence("protocol");
      case SERVER_FAILED -> sentence("serverFailed");
      case UNKNOWN_DIALECT -> sentence("unknownDialect", problem.detail());
      case PART_OF_LIST -> sentence("partOfList");
      case NOT_ALL_SHOWN -> sentence("notAllShown");
      case ALIKE -> sentence("alike");
      case NOT_SEEN -> sentence("notSeen");
    };
  }

  private Sentence ofServer(DmsException failure) {
    return switch (failure) {
      case DmsException.NotSignedIn _ -> sentence("notSignedIn");
      case DmsException.NoRight _ -> sentence("noRight");
      case DmsException.NotFound _ -> sentence("notFound");
      case DmsException.Refused refused -> ofRefusal(refused);
      case DmsException.Conflict conflict ->
          conflict
              .lockedBy()
              .map(holder -> sentence("locked", holder))
              .orElseGet(() -> sentence("conflict"));
      case DmsException.Untrusted untrusted ->
          sentence(
              untrusted.doubt() == DmsException.Untrusted.Doubt.CHANGED_KEY
                  ? "changedKey"
                  : "untrusted",
              untrusted.certificate().host() + ":" + untrusted.certificate().port());
      case DmsException.ProxyRefuses _ -> sentence("proxyRefuses");
      case DmsException.Unreachable _ -> sentence("unreachable");
      case DmsException.Busy _ -> sentence("busy");
      case DmsException.InDoubt _ -> sentence("noAnswer");
      case DmsException.ServerFailed _ -> sentence("serverFailed");
      case DmsException.PartOfList _ -> sentence("partOfList");
      case DmsException.ProtocolViolation _ -> sentence("protocol");
      case DmsException.FileUnusable _ -> sentence("fileUnusable");
      case DmsException.NotOffered gap ->
          gap.setting()
              .map(point -> sentence("unknownDialect", point))
              .orElseGet(() -> sentence("notOffered"));
    };
  }

  private Sentence ofRefusal(DmsException.Refused refused) {
    return switch (refused.reason()) {
      case RULES -> refused(refused.words());
      case KEY_TAKEN -> sentence("keyTaken", refused.words());
      case TOO_LARGE -> sentence("tooLarge");
      case WRONG_FORM -> sentence("wrongForm");
      case FILE_KIND -> sentence("fileKind", refused.words());
    };
  }

  /** The server's own words stay as they are: they name what only it knows. */
  private Sentence refused(String words) {
    return words.isBlank() ? sentence("refusedSilently") : sentence("refused", words);
  }

  private Sentence sentence(String key, Object... arguments) {
    return new Sentence(
        messages.get("failure." + key, arguments).strip(),
        messages.get("failure." + key + ".advice"));
  }

  private static String nameIn(FileSystemException failure) {
    String file = failure.getFile();
    return file == null ? "" : file.substring(file.lastIndexOf(File.separatorChar) + 1);
  }

  private static String cause(Exception failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).strip();
  }

  private static String words(Exception failure) {
    String message = failure.getMessage();
    return message == null ? "" : message.strip();
  }
}
