package org.kontor.dms;

import java.time.Instant;
import java.util.Optional;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * What was read back from the server after a write: only this makes an operation done.
 *
 * @param type empty where the object is typeless
 * @param bytes length of all its files together, as the server tells it
 * @param sha256 lower-case hex, where the server told it or the content was read back
 * @param provedAt when it was read back, by this computer's clock
 */
public record Receipt(
    ObjectId object,
    Optional<TypeId> type,
    long bytes,
    Optional<String> sha256,
    Instant provedAt) {}
