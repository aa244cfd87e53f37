package org.kontor.app;

import java.io.PrintWriter;
import java.util.List;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Problem;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;

/** For a person: a line for each file, and below them one that moves. */
final class TerminalReport implements SendReport {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final Messages messages;
  private final Sentences sentences;
  private final Formats formats;
  private final boolean moving;

  /**
   * @param moving whether the output is a terminal that can redraw a line
   */
  TerminalReport(PrintWriter out, PrintWriter err, Messages messages, boolean moving) {
    this.out = out;
    this.err = err;
    this.messages = messages;
    formats = new Formats(messages.locale());
    sentences = new Sentences(messages.locale());
    this.moving = moving;
  }

  @Override
  public void accepted(int files) {
    line(messages.get("send.accepted", files));
  }

  @Override
  public void holding(int entries) {
    line(messages.get("send.holding", entries));
  }

  @Override
  public void progress(int ended, int all, List<Entry> open) {
    if (!moving || open.isEmpty()) {
      return;
    }
    long sent = open.stream().mapToLong(Entry::sentBytes).sum();
    long total = open.stream().mapToLong(Entry::totalBytes).sum();
    out.print(
        CLEAR_LINE
            + messages.get("send.progress", ended, all, formats.size(sent), formats.size(total)));
    out.flush();
  }

  @Override
  public void ended(Entry entry) {
    if (entry.state() == EntryState.DONE) {
      String id = entry.receipt().map(receipt -> receipt.object().value()).orElse("");
      line(messages.get("send.done", entry.title(), id));
    } else {
      sentence(messages.get("send.refused", entry.title(), reason(entry)));
    }
  }

  @Override
  public void sentence(String text) {
    if (moving) {
      out.print(CLEAR_LINE);
      out.flush();
    }
    err.println(text);
    err.flush();
  }

  @Override
  public void stopped(Problem why) {
    sentence(sentences.of(why).text());
  }

  @Override
  public void summary(int done, int refused, int waiting) {
    line(messages.get("send.summary", done, refused, waiting));
  }

  private String reason(Entry entry) {
    return entry.problem().map(problem -> sentences.of(problem).text()).orElse("");
  }

  private void line(String text) {
    out.println(moving ? CLEAR_LINE + text : text);
    out.flush();
  }
}
