package org.kontor.local.definition;

import java.util.List;
import org.kontor.local.text.Names;

/** A cabinet: one folder type and the register and document types below it (reference 2.1). */
public record Cabinet(String internal, Names names, List<ObjectType> types) {}
