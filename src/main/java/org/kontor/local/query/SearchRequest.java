package org.kontor.local.query;

import java.util.List;
import java.util.Map;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.definition.Rights;

/**
 * A search as it was asked for (reference 3.8).
 *
 * @param parameters values for the names with {@code @}; a single value is a list of one
 * @param skip hits to leave out
 * @param most hits to answer with
 * @param deleted whether the caller's recycle bin is searched instead of the archive
 * @param caller number of the person whose tray or recycle bin is meant
 * @param rights what that person may see
 * @param callerName what {@code CURRENT_USER()} stands for
 * @param nullValues whether hits may lack values that are asked for
 * @param behaviour which service answers
 */
public record SearchRequest(
    String statement,
    Map<String, List<String>> parameters,
    int skip,
    int most,
    boolean deleted,
    long caller,
    Rights rights,
    String callerName,
    boolean nullValues,
    Behaviour behaviour) {}
