package org.kontor.outbox;

import org.kontor.dms.Operation;

/**
 * An operation to be accepted. Its files are named by the paths they were dropped from; accepting
 * copies or pins them.
 *
 * @param title what a person knows it by
 */
public record Draft(String title, Operation operation) {}
