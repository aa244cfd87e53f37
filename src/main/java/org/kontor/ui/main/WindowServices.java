package org.kontor.ui.main;

import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.collections.ObservableList;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.checkout.LocalFiles;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Theme;
import org.kontor.ui.login.SignIn;
import org.kontor.ui.settings.SettingsDesk;

/**
 * What a window needs beside its server.
 *
 * @param ui the thread that draws the window
 * @param signInAgain renews an ended session, for the same person; the window's server is signed in
 *     again when it returns
 * @param keyring whether this computer can keep a password safely
 * @param onServer keeps what the person arranged for herself on this server
 * @param everywhere keeps what she arranged for herself on all servers
 * @param local where documents lie that are open on this computer, and what opens them
 * @param serverActions offered in the menu under the server's name, for instance to add a server;
 *     may change while the window is open
 * @param settings what can be set, with its effects
 */
public record WindowServices(
    Outbox outbox,
    BackgroundTasks tasks,
    Executor ui,
    Locale locale,
    Theme theme,
    SignIn<?> signInAgain,
    boolean keyring,
    Notebook onServer,
    Notebook everywhere,
    LocalFiles local,
    ObservableList<Action> serverActions,
    SettingsDesk settings) {}
