package org.kontor.ui.login;

import java.net.URI;
import org.kontor.settings.ServerKind;

/** A server profile as a person entered it. */
public record NewServer(String name, URI address, String user, ServerKind kind) {}
