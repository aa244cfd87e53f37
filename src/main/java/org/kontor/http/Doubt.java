package org.kontor.http;

/** Why the certificate of a server does not count. */
public enum Doubt {
  /** Nobody whom this computer trusts vouches for it, or it is no longer or not yet valid. */
  UNKNOWN,
  /** It is made out to another name. */
  OTHER_NAME,
  /** The server once had another key, which was decided on. */
  CHANGED_KEY
}
