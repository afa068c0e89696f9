-- A move of an embedded database into this one, and how far it has come. Nobody is served from here before it is finished.

CREATE TABLE moves (
    id       TEXT    NOT NULL PRIMARY KEY,
    finished BOOLEAN NOT NULL
);

CREATE TABLE moved_tables (
    name     TEXT   NOT NULL PRIMARY KEY,
    last_row BIGINT NOT NULL,
    copied   BIGINT NOT NULL
);
