package org.kontor.dms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that happened to an object (reference 3.10).
 *
 * @param action the server's code of it; empty where it told none
 * @param by the person's name
 * @param description what did it, in the server's words
 * @param detail what happened, in the server's words
 */
public record HistoryEntry(
    OptionalInt action, Optional<Instant> at, String by, String description, String detail) {}
