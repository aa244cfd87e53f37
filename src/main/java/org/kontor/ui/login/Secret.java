package org.kontor.ui.login;

import java.util.Locale;

/** What a person shows to be let in. */
public enum Secret {
  PASSWORD,
  /** Made somewhere else and given to the person, in place of a password. */
  TOKEN;

  /** What its texts begin with. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
