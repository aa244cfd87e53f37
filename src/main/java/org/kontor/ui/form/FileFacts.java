package org.kontor.ui.form;

import java.time.Instant;
import java.util.Optional;

/**
 * What a document's file says of itself, to fill fields with.
 *
 * @param sender of an e-mail
 * @param recipient of an e-mail
 * @param subject of an e-mail
 * @param sent when an e-mail was sent
 */
public record FileFacts(
    Optional<String> sender,
    Optional<String> recipient,
    Optional<String> subject,
    Optional<Instant> sent) {}
