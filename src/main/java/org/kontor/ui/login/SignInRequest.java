package org.kontor.ui.login;

/**
 * What a sign-in starts with.
 *
 * @param serverName what the profile is called; empty when there is none yet
 * @param fixed whether server and user are given by the profile
 * @param ended whether a session has ended, and work waits for this sign-in
 * @param keyring whether this computer can keep passwords safely
 * @param secret what is asked for
 */
public record SignInRequest(
    String serverName,
    String address,
    String user,
    boolean fixed,
    boolean ended,
    boolean keyring,
    Secret secret) {}
