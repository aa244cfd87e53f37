package org.kontor.ui.preview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.preview.decode.MailText;
import org.kontor.ui.preview.decode.PreviewException;

/** Says in the person's language what was read, or why it is not shown. Safe from any thread. */
final class PreviewTexts {
  /** Recipients that are named; of more the number is told. */
  private static final int NAMED = 8;

  private final Messages messages;
  private final Sentences sentences;
  private final Formats formats;
  private final DateTimeFormatter moments;

  PreviewTexts(Locale locale) {
    messages = Messages.of(PreviewTexts.class, locale);
    sentences = new Sentences(locale);
    formats = new Formats(locale);
    moments =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneId.systemDefault());
  }

  /** Says how a search in a document stands. */
  FindTexts find() {
    return new FindTexts(messages);
  }

  String taskTitle(String name) {
    return messages.get("task", name);
  }

  PreviewState noPreview(Preview preview) {
    OptionalLong length =
        preview.stamp().isPresent()
            ? OptionalLong.of(preview.stamp().get().length())
            : OptionalLong.empty();
    return note(preview.source(), length, messages.get("noPreview"), false);
  }

  /** Somebody ended the loading. */
  PreviewState stopped() {
    return new PreviewState.Failure(messages.get("stopped"), true);
  }

  PreviewState failure(PreviewSource.OfFile source, Exception failure) {
    if (failure instanceof ExecutionException wrapped
        && wrapped.getCause() instanceof PreviewException known) {
      return failure(source, known);
    }
    if (!(failure instanceof PreviewException known)) {
      return new PreviewState.Failure(sentences.of(failure).text(), true);
    }
    return switch (known.reason()) {
      case TOO_LONG -> note(source, OptionalLong.empty(), messages.get("tooLong"), true);
      case EMPTY -> note(source, OptionalLong.of(0), messages.get("empty"), false);
      case DAMAGED -> new PreviewState.Failure(messages.get("damaged"), false);
      case ENCRYPTED -> new PreviewState.Failure(messages.get("encrypted"), false);
      case TOO_DEMANDING -> new PreviewState.Failure(messages.get("tooDemanding"), false);
      case TOO_SLOW -> new PreviewState.Failure(messages.get("tooSlow"), true);
      case GONE -> new PreviewState.Failure(messages.get("gone"), true);
      case UNREADABLE -> new PreviewState.Failure(messages.get("unreadable"), true);
      case CUT_OFF -> new PreviewState.Failure(messages.get("cutOff"), true);
    };
  }

  PreviewState.MailLines lines(MailText mail) {
    return new PreviewState.MailLines(
        people(mail.from()),
        people(mail.to()),
        people(mail.cc()),
        mail.sent().map(moments::format).orElse(""),
        mail.subject().isEmpty() ? messages.get("mail.noSubject") : mail.subject(),
        mail.attachments().stream().map(this::attachment).toList(),
        new PreviewState.MailFacts(
            mail.from().stream().findFirst(),
            mail.to().stream().findFirst(),
            Optional.of(mail.subject()).filter(subject -> !subject.isEmpty()),
            mail.sent()));
  }

  private String people(List<String> people) {
    String named = String.join("; ", people.stream().limit(NAMED).toList());
    return people.size() <= NAMED ? named : messages.get("mail.more", named, people.size() - NAMED);
  }

  private String attachment(MailText.Attachment attachment) {
    String name = attachment.name().isEmpty() ? attachment.mimeType() : attachment.name();
    return name + "  " + formats.size(attachment.bytes());
  }

  /**
   * @param length where it was looked up; else what the server says counts
   */
  private PreviewState note(
      PreviewSource.OfFile source, OptionalLong length, String sentence, boolean loadable) {
    long bytes =
        length.orElse(
            switch (source) {
              case PreviewSource.OnServer document -> document.info().length();
              case PreviewSource.OnDisk onDisk ->
                  onDisk.part().map(PreviewSource.OnDisk.Part::length).orElse(-1L);
            });
    String type = typeOf(source);
    String facts = bytes < 0 ? type : type + ", " + formats.size(bytes);
    return new PreviewState.Note(source.name(), source.mimeType(), facts, sentence, loadable);
  }

  private String typeOf(PreviewSource.OfFile source) {
    int dot = source.name().lastIndexOf('.');
    String ending = source.name().substring(dot + 1);
    boolean telling = dot > 0 && !ending.isEmpty() && ending.length() <= 5;
    return telling ? messages.get("type", ending.toUpperCase(Locale.ROOT)) : source.mimeType();
  }
}
