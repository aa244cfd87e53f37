package org.kontor.dms;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * A document management server. All calls block, may be interrupted (then they throw {@link
 * InterruptedException} and what is under way is cancelled), and are safe from several threads;
 * none may be made on the thread that draws the window, where they throw {@link
 * IllegalStateException} at once. Listings come in a stable order: oldest first where the server
 * knows creation times.
 */
public interface DmsServer extends Searching, Past, Contents, AutoCloseable {

  /** Checks the credentials and says who is signed in. */
  Account signIn() throws DmsException, InterruptedException;

  /**
   * What this server can do; told without a call. It may become less while the session goes on: a
   * server that does not tell its version is found out only in use.
   */
  Capabilities capabilities();

  /** The object definition as the signed-in person sees it. Kept for the life of the session. */
  Schema schema() throws DmsException, InterruptedException;

  /** Folders of one type. */
  Page<DmsObject.Container> folders(TypeId folderType, PageRequest page)
      throws DmsException, InterruptedException;

  /** The registers directly inside a container. */
  Page<DmsObject.Container> registers(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException;

  /** The documents directly inside a container, of all types, with their index data. */
  Page<DmsObject.Document> documents(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException;

  /** The tray of the signed-in person, with the files' facts where the server lists them. */
  Page<DmsObject.Document> tray(PageRequest page) throws DmsException, InterruptedException;

  /**
   * Folders and registers whose text fields contain the words, best first, for type-ahead.
   *
   * @param words what was typed; empty gives the first ones
   * @param limit at most so many
   */
  List<DmsObject.Container> places(String words, int limit)
      throws DmsException, InterruptedException;

  /** One object with its index data and its files' facts. */
  DmsObject object(ObjectId id) throws DmsException, InterruptedException;

  /** Where a document or register lies; the tray, or one or several containers. */
  List<Location> locations(ObjectId id) throws DmsException, InterruptedException;

  /**
   * One object with everything that can be said of it: also its rights, its lock, its retention,
   * the number of its places. Costs more calls than {@link #object}.
   */
  default DmsObject inspect(ObjectId id) throws DmsException, InterruptedException {
    return object(id);
  }

  /** Register and document types that a container takes, with how many more of each. */
  default List<ChildAllowance> allowedChildren(Location.Container container)
      throws DmsException, InterruptedException {
    return schema()
        .childTypes(container.type())
        .map(type -> new ChildAllowance(type.id(), OptionalInt.empty()))
        .toList();
  }

  /**
   * Whether an object can get to a place at all, whatever the definition says; told without a call.
   */
  default boolean canMove(ObjectId object, Location.Container to) {
    return true;
  }

  /** The tray, where it is on this computer; told without a call. */
  default Optional<WaitingFiles> waiting() {
    return Optional.empty();
  }

  /**
   * Who one was and which types there were when the server could last be reached, told without a
   * call; what is asked from here on builds on it until the next sign-in.
   */
  default Optional<Acquaintance> recall() {
    return Optional.empty();
  }

  /** What the outbox asks to settle a doubt. */
  Evidence evidence();

  /** How many operations one request can carry at most; 1 where each is a request of its own. */
  default int mostTogether() {
    return Integer.MAX_VALUE;
  }

  /**
   * Sends operations in one request where the server can. Only the outbox calls this.
   *
   * @return one result for each operation, in their order
   * @throws DmsException when the request as a whole failed; {@link DmsException.InDoubt} when any
   *     of it may be stored
   */
  List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException;

  /** Ends all calls under way and forgets the session. */
  @Override
  void close();
}
