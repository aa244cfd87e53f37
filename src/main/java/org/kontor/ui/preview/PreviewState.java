package org.kontor.ui.preview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.ui.preview.decode.RenderedPage;

/** What the pane shows. All texts are ready to be read. */
public sealed interface PreviewState {

  record Empty() implements PreviewState {}

  record Several(int count) implements PreviewState {}

  record Loading(String name) implements PreviewState {}

  record Page(RenderedPage page) implements PreviewState {}

  /**
   * One page of a text.
   *
   * @param cut whether the file goes on after what is shown, and this is the last page
   */
  record Text(String text, boolean cut) implements PreviewState {}

  /** An e-mail with one page of its text. */
  record Mail(MailLines lines, String text, boolean cut) implements PreviewState {}

  /**
   * A file that is not shown, by its nature or for its size.
   *
   * @param facts type and size
   * @param loadable whether it is shown when the person insists
   */
  record Note(String name, String mimeType, String facts, String sentence, boolean loadable)
      implements PreviewState {}

  /**
   * @param repeatable whether trying again may help
   */
  record Failure(String sentence, boolean repeatable) implements PreviewState {}

  /** An e-mail's header; empty where it says nothing. */
  record MailLines(
      String from,
      String to,
      String cc,
      String date,
      String subject,
      List<String> attachments,
      MailFacts facts) {
    /** Stands between lines as they are searched, so that no hit reaches from one to another. */
    static final char BETWEEN = '\0';

    public MailLines {
      attachments = List.copyOf(attachments);
    }

    /** All lines in the order in which they are shown; empty ones are not. */
    List<String> inOrder() {
      return Stream.concat(Stream.of(subject, from, to, cc, date), attachments.stream()).toList();
    }

    /** The header as it is searched: each line with what stands between it and the next. */
    String searched() {
      return inOrder().stream().map(line -> line + BETWEEN).collect(Collectors.joining());
    }
  }

  /**
   * What an e-mail says of itself, as it stands there; empty where it says nothing.
   *
   * @param from the first of its senders
   * @param to the first of its recipients
   */
  record MailFacts(
      Optional<String> from,
      Optional<String> to,
      Optional<String> subject,
      Optional<Instant> sent) {}
}
