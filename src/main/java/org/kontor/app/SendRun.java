package org.kontor.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxInUseException;
import org.kontor.outbox.Receipts;
import org.kontor.settings.Amounts;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.SettingsStore;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.main.FileWalk;

/** One run of {@code kontor send}: accept, deliver, report. */
final class SendRun {
  private final AppPaths paths;
  private final SendReport report;
  private final Messages messages;

  SendRun(AppPaths paths, SendReport report, Messages messages) {
    this.paths = paths;
    this.report = report;
    this.messages = messages;
  }

  /**
   * @param profile the server; empty for the archive of this computer
   * @return an exit code
   */
  int run(SendRequest request, Optional<ServerProfile> profile)
      throws IOException, InterruptedException {
    FileWalk.Found found = request.allFiles();
    found.skipped().forEach(path -> report.sentence(messages.get("send.skipped", path)));
    int sent = send(request, found.files(), profile);
    return sent == ExitCode.DONE && !found.skipped().isEmpty() ? ExitCode.REFUSED : sent;
  }

  private int send(SendRequest request, List<Path> files, Optional<ServerProfile> profile)
      throws IOException, InterruptedException {
    if (files.isEmpty() && !request.files().isEmpty()) {
      report.sentence(messages.get("send.nothing.found", request.files().getFirst()));
      return ExitCode.USAGE;
    }
    Amounts amounts = new SettingsStore(paths).load().amounts();
    try (Outbox outbox = Outbox.open(paths.outbox())) {
      outbox.copyUpTo(amounts.copyBytes());
      outbox
          .damage()
          .ifPresent(
              damage -> {
                report.sentence(messages.get("send.outbox.damaged", damage.aside()));
                if (damage.files() > 0) {
                  report.sentence(
                      messages.get("send.outbox.recovered", damage.files(), damage.recovered()));
                }
              });
      if (outbox.isRestored()) {
        report.sentence(messages.get("send.outbox.restored"));
      }
      return files.isEmpty()
          ? sendHeld(outbox, profile, request.receipts())
          : sendFiles(outbox, request, files, Target.of(profile));
    } catch (OutboxInUseException _) {
      report.sentence(messages.get("send.outbox.busy", paths.outbox()));
      return ExitCode.FAILED;
    }
  }

  private int sendFiles(Outbox outbox, SendRequest request, List<Path> files, Target target)
      throws IOException, InterruptedException {
    try (Connection connection = Connection.open(target, paths, messages)) {
      SendDrafts drafts = new SendDrafts(request, messages);
      List<Draft> wanted =
          connection.server().isPresent()
              ? drafts.checked(connection.server().get(), files)
              : drafts.unchecked(files);
      List<Draft> accepted =
          new SendDuplicates(outbox, report, messages)
              .warned(target.key(), wanted, connection.server(), request.skipDuplicates());
      List<EntryId> entries = outbox.accept(target.key(), Lane.BULK, accepted);
      report.accepted(entries.size());
      int exitCode = deliver(outbox, connection, entries);
      writeReceipts(outbox, entries, request.receipts());
      new Delivery(outbox, report).giveUpUnusable(entries);
      return exitCode;
    } catch (SendRefusal refusal) {
      report.sentence(refusal.sentence());
      return refusal.exitCode();
    } catch (DmsException failure) {
      report.sentence(new Sentences(messages.locale()).of(failure).text());
      return ExitCode.NOT_REACHED;
    }
  }

  private void writeReceipts(Outbox outbox, List<EntryId> entries, Optional<Path> file)
      throws IOException {
    if (file.isEmpty()) {
      return;
    }
    List<Entry> all = new ArrayList<>();
    for (EntryId id : entries) {
      outbox.outcome(id).ifPresent(all::add);
    }
    int lines = Receipts.write(all, messages.get("send.receipts.title"), file.get());
    report.sentence(messages.get("send.receipts", lines, file.get()));
  }

  private int sendHeld(Outbox outbox, Optional<ServerProfile> only, Optional<Path> receipts)
      throws IOException, InterruptedException {
    Map<String, List<EntryId>> held = new LinkedHashMap<>();
    for (Entry entry : outbox.entries()) {
      if (!entry.state().isOver()
          && only.map(profile -> Target.of(only).key().equals(entry.server())).orElse(true)) {
        held.computeIfAbsent(entry.server(), _ -> new ArrayList<>()).add(entry.id());
      }
    }
    report.holding(held.values().stream().mapToInt(List::size).sum());
    int worst = ExitCode.DONE;
    for (Map.Entry<String, List<EntryId>> server : held.entrySet()) {
      try (Connection connection =
          Connection.open(Target.ofKey(server.getKey()), paths, messages)) {
        worst = Math.max(worst, deliver(outbox, connection, server.getValue()));
      }
    }
    List<EntryId> all = held.values().stream().flatMap(List::stream).toList();
    writeReceipts(outbox, all, receipts);
    return worst;
  }

  private int deliver(Outbox outbox, Connection connection, List<EntryId> entries)
      throws IOException, InterruptedException {
    Optional<DmsServer> server = connection.server();
    if (server.isEmpty()) {
      report.sentence(connection.sentence());
      new Delivery(outbox, report).reportAsIs(entries);
      return ExitCode.NOT_REACHED;
    }
    Optional<ServerProfile> fixed =
        connection.target().profile().map(new ServerClients(paths)::fixed);
    outbox.attach(
        connection.target().key(),
        server.get(),
        Caps.of(fixed, new SettingsStore(paths).load().amounts()));
    try {
      return new Delivery(outbox, report).await(entries);
    } finally {
      outbox.detach(connection.target().key());
    }
  }
}
