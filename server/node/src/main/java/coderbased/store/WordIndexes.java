package coderbased.store;

/** The word index of each engine. */
public final class WordIndexes {

    private WordIndexes() {}

    /** Returns the index of the database on which these statements run. */
    public static WordIndex of(Statements statements) {
        return switch (statements.dialect().engine()) {
            case SQLITE -> new SqliteWordIndex(statements);
            case POSTGRESQL -> new PostgresWordIndex(statements);
        };
    }
}
