package org.kontor.dms;

import java.util.List;
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
public interface DmsServer extends AutoCloseable {

  /** Checks the credentials and says who is signed in. */
  Account signIn() throws DmsException, InterruptedException;

  /** What this server can do; known without a call. */
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
   * Opens a document's content.
   *
   * @param index which file, from 1; 0 for the whole: the file itself, or an archive of all
   */
  Content content(ObjectId id, int index) throws DmsException, InterruptedException;

  /** What the outbox asks to settle a doubt. */
  Evidence evidence();

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
