package org.kontor.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Problem;
import org.kontor.ui.common.Sentences;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** For a script: one JSON object per line on standard output (docs/command-line.md). */
final class JsonReport implements SendReport {
  private final ObjectMapper json = JsonMapper.builder().build();
  private final PrintWriter out;
  private final Sentences sentences;

  JsonReport(PrintWriter out, Locale locale) {
    this.out = out;
    sentences = new Sentences(locale);
  }

  @Override
  public void accepted(int files) {
    line(event("accepted").put("files", files));
  }

  @Override
  public void holding(int entries) {
    line(event("holding").put("entries", entries));
  }

  @Override
  public void progress(int ended, int all, List<Entry> open) {
    // A script waits for the end of each file; a line for every step would only fill its log.
  }

  @Override
  public void ended(Entry entry) {
    ObjectNode node = event("entry");
    node.put("file", entry.title()).put("state", entry.state().name());
    entry
        .receipt()
        .ifPresent(
            receipt -> {
              node.put("id", receipt.object().value()).put("bytes", receipt.bytes());
              receipt.sha256().ifPresent(hash -> node.put("sha256", hash));
            });
    entry
        .problem()
        .ifPresent(
            problem ->
                node.put("cause", problem.cause().name())
                    .put("reason", sentences.of(problem).text()));
    line(node);
  }

  @Override
  public void sentence(String text) {
    line(event("message").put("text", text));
  }

  @Override
  public void stopped(Problem why) {
    sentence(sentences.of(why).text());
  }

  @Override
  public void summary(int done, int refused, int waiting) {
    line(event("summary").put("done", done).put("refused", refused).put("waiting", waiting));
  }

  private ObjectNode event(String name) {
    return json.createObjectNode().put("event", name);
  }

  private void line(ObjectNode node) {
    out.println(json.writeValueAsString(node));
    out.flush();
  }
}
