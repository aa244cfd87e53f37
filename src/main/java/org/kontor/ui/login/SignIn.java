package org.kontor.ui.login;

/**
 * Signs a person in to a server.
 *
 * @param <T> what one has then
 */
@FunctionalInterface
public interface SignIn<T> {

  /**
   * Blocks, on a background thread; interrupted when the person cancels.
   *
   * @throws org.kontor.dms.DmsException when the server cannot be reached, is none, or says no
   */
  T attempt(Credentials credentials) throws Exception;
}
