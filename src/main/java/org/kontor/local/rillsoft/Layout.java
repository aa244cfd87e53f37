package org.kontor.local.rillsoft;

import java.util.List;

/** The tables of the Rillsoft store, step by step. */
final class Layout {
  static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE client (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                description TEXT NOT NULL,
                size_limit INTEGER NOT NULL)\
              """,
              """
              CREATE TABLE project (
                id INTEGER PRIMARY KEY,
                client INTEGER NOT NULL REFERENCES client,
                uuid TEXT NOT NULL UNIQUE,
                version INTEGER NOT NULL,
                name TEXT NOT NULL,
                code TEXT NOT NULL,
                path TEXT NOT NULL,
                start TEXT NOT NULL,
                finish TEXT NOT NULL,
                deleted INTEGER NOT NULL)\
              """,
              "CREATE INDEX project_by_client ON project (client)",
              """
              CREATE TABLE element (
                uuid TEXT PRIMARY KEY,
                project INTEGER NOT NULL REFERENCES project,
                parent TEXT REFERENCES element,
                type TEXT NOT NULL,
                name TEXT NOT NULL,
                number INTEGER NOT NULL,
                wbs TEXT NOT NULL,
                code TEXT NOT NULL,
                start TEXT NOT NULL,
                finish TEXT NOT NULL)\
              """,
              "CREATE INDEX element_by_project ON element (project, number)",
              """
              CREATE TABLE dms_folder (
                id INTEGER PRIMARY KEY,
                client INTEGER NOT NULL REFERENCES client,
                parent INTEGER REFERENCES dms_folder,
                name TEXT NOT NULL)\
              """,
              "CREATE INDEX dms_folder_by_client ON dms_folder (client)",
              """
              CREATE TABLE portfolio (
                id INTEGER PRIMARY KEY,
                client INTEGER NOT NULL REFERENCES client,
                name TEXT NOT NULL,
                projects TEXT NOT NULL)\
              """,
              """
              CREATE TABLE document (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                project INTEGER NOT NULL REFERENCES project,
                element TEXT NOT NULL REFERENCES element,
                folder INTEGER NOT NULL REFERENCES dms_folder,
                revision INTEGER NOT NULL,
                created INTEGER NOT NULL,
                creator TEXT NOT NULL,
                deleted INTEGER NOT NULL DEFAULT 0)\
              """,
              "CREATE INDEX document_by_project ON document (project, deleted, id)",
              """
              CREATE TABLE revision (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                document INTEGER NOT NULL REFERENCES document,
                number INTEGER NOT NULL,
                name TEXT NOT NULL,
                description TEXT NOT NULL,
                created INTEGER NOT NULL,
                creator TEXT NOT NULL,
                UNIQUE (document, number))\
              """,
              // The files: those of a revision belong to it for good, so that none is ever former.
              """
              CREATE TABLE content (
                object INTEGER NOT NULL REFERENCES revision,
                position INTEGER NOT NULL,
                digest BLOB NOT NULL,
                length INTEGER NOT NULL,
                mime TEXT NOT NULL,
                extension TEXT NOT NULL,
                PRIMARY KEY (object, position)) WITHOUT ROWID\
              """,
              "CREATE INDEX content_by_digest ON content (digest)",
              "CREATE TABLE version_content (digest BLOB PRIMARY KEY) WITHOUT ROWID",
              "CREATE TABLE small_content"
                  + " (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)"));

  private Layout() {}
}
