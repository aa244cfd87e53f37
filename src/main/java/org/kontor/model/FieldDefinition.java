package org.kontor.model;

import java.util.Optional;

/**
 * One field of an object type.
 *
 * @param name internal name, the key of its value; at most 100 characters (reference 2.2)
 * @param label what is shown
 * @param page the tab page it sits on; empty for the main mask
 * @param required must be filled before the object is written
 * @param key its values are unique within the type: the server's own guard against duplicates
 * @param readOnly shown, never written
 * @param initialValue what a new object starts with
 */
public record FieldDefinition(
    String name,
    LocalizedText label,
    FieldType type,
    Optional<LocalizedText> page,
    Optional<LocalizedText> tooltip,
    boolean required,
    boolean key,
    boolean readOnly,
    Optional<FieldValue> initialValue) {}
