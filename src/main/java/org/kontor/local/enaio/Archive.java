package org.kontor.local.enaio;

import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.definition.Definition;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.Database;

/** What every endpoint works on. */
public record Archive(
    Definition definition, Database database, ContentStore contents, Behaviour behaviour) {}
