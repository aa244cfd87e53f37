package org.kontor.model;

import java.util.Optional;

/**
 * One file of a document, as the server describes it (reference 2.8).
 *
 * @param index position, from 1
 * @param length bytes
 * @param fileName the server's name for it, not the name it was uploaded with (reference G13)
 * @param sha256 lower-case hex, where the server tells it
 */
public record ContentInfo(
    int index, long length, String mimeType, String fileName, Optional<String> sha256) {}
