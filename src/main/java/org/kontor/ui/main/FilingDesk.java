package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.form.Departure;
import org.kontor.ui.form.Making;
import org.kontor.ui.form.TypedFields;

/**
 * Carries out what is dropped, pasted or uploaded: judges it by the {@link DropPolicy}, then writes
 * it into the outbox in the background, or lets the form ask for the type first.
 */
final class FilingDesk implements DropZone {

  /** What the desk needs the rest of the window for; called on the window's thread. */
  interface Counter {
    /** Asks once for the type of all these files. */
    void askTypeOfFiles(List<SourceFile> files, Location.Container to, List<ObjectType> types);

    /** Asks for the type of tray documents, with the place already chosen. */
    void askTypeOfTray(List<DmsObject.Document> documents, Location.Container to);

    /** Asks what a file is meant for. */
    void ask(DropQuestion question);

    /** Asks for type and index data of a reference document. */
    void askAbout(DropDecision.MakeReference making);

    /**
     * Something was accepted that can be told in a sentence.
     *
     * @param undoable whether there is a way back from it
     */
    void accepted(String sentence, boolean undoable);

    /** Something could not be accepted. */
    void failed(String sentence);
  }

  private final DropPolicy policy;
  private final DropLimits limits;
  private final Allowances allowances;
  private final DropSentences sentences;
  private final KnownPlaces places;
  private final Sentences failures;
  private final Drafts drafts;
  private final Outbox outbox;
  private final String server;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final FileArrivals arrivals;
  private final Counter counter;
  private final Optional<Departure> localTray;
  private final DmsServer reading;
  private final Whereabouts whereabouts;

  /**
   * @param whereabouts finds out where hits lie that are to be moved
   * @param localTray takes documents out of a tray that is on this computer
   */
  FilingDesk(
      ServerSession session,
      KnownPlaces places,
      Outbox outbox,
      BackgroundTasks tasks,
      TakingUp taking,
      DuplicateQuestions duplicates,
      SecondPlaceDesk second,
      Whereabouts whereabouts,
      Optional<Departure> localTray,
      Locale locale,
      Counter counter) {
    reading = session.server();
    this.localTray = localTray;
    this.whereabouts = whereabouts;
    policy = new DropPolicy(session.schema(), session.server().capabilities());
    limits = new DropLimits(session.schema());
    allowances = new Allowances(session.server(), tasks, locale);
    sentences = new DropSentences(session.schema(), places::nameOf, locale);
    this.places = places;
    failures = new Sentences(locale);
    drafts = new Drafts(session.schema(), outbox, session.key(), locale);
    this.outbox = outbox;
    server = session.key();
    this.tasks = tasks;
    messages = Messages.of(FilingDesk.class, locale);
    this.counter = counter;
    arrivals =
        new FileArrivals(
            policy,
            second,
            drafts,
            new FileIntake(outbox, server, duplicates),
            taking,
            places,
            locale,
            counter);
  }

  /** What containers still take, as far as the server tells. */
  Allowances allowances() {
    return allowances;
  }

  /** The way in for files. */
  FileArrivals arrivals() {
    return arrivals;
  }

  @Override
  public DropVerdict judge(Dragged dragged, Location target, boolean further) {
    return sentences.verdict(decide(dragged, target, further));
  }

  @Override
  public void drop(Dragged dragged, Location target, boolean further) {
    DropDecision decision = decide(dragged, target, further);
    if (dragged instanceof Dragged.Scattered hits
        && decision instanceof DropDecision.Gather gather
        && !gather.unsettled().isEmpty()) {
      settle(hits, gather.to());
    } else {
      carryOut(decision);
    }
  }

  @Override
  public void onNews(Runnable listener) {
    allowances.onNews(listener);
  }

  /**
   * By the definition at once; by what the server says of this container as soon as it is known.
   */
  private DropDecision decide(Dragged dragged, Location target, boolean further) {
    DropDecision decision = policy.decide(dragged, target, further);
    List<DropDecision.Move> moves =
        switch (decision) {
          case DropDecision.Move move -> List.of(move);
          case DropDecision.Gather gather -> gather.moves();
          default -> List.of();
        };
    if (moves.stream().anyMatch(this::hasNoWay)) {
      return new DropDecision.Refuse(DropDecision.Reason.NO_WAY_THERE);
    }
    return target instanceof Location.Container container
        ? allowances.of(container).map(told -> limits.narrow(decision, told)).orElse(decision)
        : decision;
  }

  private boolean hasNoWay(DropDecision.Move move) {
    return move.objects().stream().anyMatch(object -> !reading.canMove(object.id(), move.to()));
  }

  /** Of some it is not known yet where they lie: nothing is moved before that is. */
  private void settle(Dragged.Scattered hits, Location.Container to) {
    whereabouts.find(
        hits,
        to,
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Dragged.Scattered>(Dragged.Scattered known) ->
                known.found().stream()
                    .filter(each -> each.place().isEmpty())
                    .findFirst()
                    .ifPresentOrElse(
                        each ->
                            counter.failed(
                                messages.get(
                                    "drop.severalLocations", drafts.titleOf(each.object()))),
                        () -> drop(known, to, false));
            case Outcome.Failed<Dragged.Scattered>(Exception cause) ->
                counter.failed(failures.of(cause).text());
            case Outcome.Cancelled<Dragged.Scattered> _ -> {}
          }
        });
  }

  @Override
  public DropVerdict judgeAsReference(Dragged dragged, Location target) {
    return sentences.verdict(policy.decideReference(dragged, target));
  }

  @Override
  public void dropAsReference(Dragged dragged, Location target) {
    carryOut(policy.decideReference(dragged, target));
  }

  @Override
  public DropVerdict judgeOnto(
      Dragged.Files files, DmsObject.Document document, Location.Container place) {
    return files.paths().size() == 1 && !document.isTypeless()
        ? new DropVerdict.Welcome(
            DropVerdict.Effect.COPY, messages.get("drop.onto", drafts.titleOf(document)))
        : judge(files, place, false);
  }

  @Override
  public void dropOnto(Dragged.Files files, DmsObject.Document document, Location.Container place) {
    if (files.paths().size() == 1 && !document.isTypeless()) {
      counter.ask(
          new DropQuestion(files.paths().getFirst(), document, drafts.titleOf(document), place));
    } else {
      drop(files, place, false);
    }
  }

  private void carryOut(DropDecision decision) {
    switch (decision) {
      case DropDecision.ToTray files -> arrivals.toTray(files.paths());
      case DropDecision.AskTypeOfFiles files -> arrivals.askType(files.paths(), files.to());
      case DropDecision.AskTypeOfTray tray -> askType(tray);
      case DropDecision.FileAway filing -> fileAway(filing);
      case DropDecision.Move move -> accept(decision, () -> moved(move));
      case DropDecision.Gather gather -> accept(decision, () -> moved(gather));
      case DropDecision.AddLocations adding -> accept(decision, () -> drafts.addLocations(adding));
      case DropDecision.MakeReference making -> counter.askAbout(making);
      case DropDecision.Refuse _, DropDecision.TooMany _, DropDecision.OnlyMore _ -> {
        if (sentences.verdict(decision) instanceof DropVerdict.Unwelcome(String why)
            && !why.isEmpty()) {
          counter.failed(why);
        }
      }
    }
  }

  private void fileAway(DropDecision.FileAway filing) {
    localTray.ifPresentOrElse(
        out -> out.file(filing.documents(), drafts.fileAway(filing), filing.to(), _ -> {}),
        () -> accept(filing, () -> drafts.fileAway(filing)));
  }

  /** Where there is but one type, nobody is asked for it. */
  private void askType(DropDecision.AskTypeOfTray tray) {
    List<ObjectType> types = policy.typesFor(tray.to(), List.of());
    if (localTray.isPresent() && FileArrivals.isSelfEvident(types)) {
      localTray
          .get()
          .file(tray.documents(), drafts.fileAway(tray, types.getFirst().id()), tray.to(), _ -> {});
    } else {
      counter.askTypeOfTray(tray.documents(), tray.to());
    }
  }

  /** Something that has no file of its own here comes into being. */
  void make(Making making, TypedFields typed) {
    String done = messages.get("desk.made", drafts.titleOf(typed), places.nameOf(making.target()));
    accept(() -> List.of(drafts.make(making, typed)), done, false);
  }

  /**
   * Where a document lies in several cabinets, a move changes its place in that of the target,
   * wherever it was taken from.
   */
  private List<Draft> moved(DropDecision.Move move) throws DmsException, InterruptedException {
    if (!policy.leavesCabinet(move.from(), move.to())) {
      return drafts.move(move);
    }
    List<Draft> all = new ArrayList<>();
    for (DmsObject object : move.objects()) {
      for (Location place : reading.locations(object.id())) {
        if (place instanceof Location.Container from
            && !policy.leavesCabinet(from, move.to())
            && !from.id().equals(move.to().id())) {
          all.addAll(drafts.move(new DropDecision.Move(List.of(object), from, move.to())));
        }
      }
    }
    return all;
  }

  private List<Draft> moved(DropDecision.Gather gather) throws DmsException, InterruptedException {
    List<Draft> all = new ArrayList<>();
    for (DropDecision.Move move : gather.moves()) {
      all.addAll(moved(move));
    }
    return all;
  }

  /** Written in the background, which may read the server. */
  @FunctionalInterface
  private interface Written {
    List<Draft> drafts() throws DmsException, InterruptedException;
  }

  private void accept(DropDecision decision, Written written) {
    String done =
        sentences.verdict(decision) instanceof DropVerdict.Welcome(var _, String what) ? what : "";
    accept(
        written,
        done,
        decision instanceof DropDecision.Move
            || decision instanceof DropDecision.Gather
            || decision instanceof DropDecision.AddLocations);
  }

  private void accept(Written written, String done, boolean undoable) {
    tasks.start(
        messages.get("desk.accepting"),
        (_, _) -> outbox.accept(server, Lane.INTERACTIVE, written.drafts()).size(),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Integer> _ -> {
              allowances.forget();
              counter.accepted(done, undoable);
            }
            case Outcome.Failed<Integer>(Exception cause) ->
                counter.failed(failures.of(cause).text());
            case Outcome.Cancelled<Integer> _ -> {}
          }
        });
  }
}
