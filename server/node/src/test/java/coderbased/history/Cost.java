package coderbased.history;

/** What several servers as one cost, and where it is counted. */
enum Cost {
    NODE_CPU("work of the nodes, ms"),
    DATABASE_CPU("work of PostgreSQL, ms"),
    BUS_CPU("work of Redis, ms"),
    COMMITS("transactions that write"),
    READS("transactions that only read"),
    FLUSHES("times that PostgreSQL's log is brought to disk"),
    ROWS("rows written in PostgreSQL"),
    LOG("PostgreSQL's log, bytes"),
    KEPT("kept in PostgreSQL's tables and indexes, bytes"),
    COMMANDS("commands to Redis"),
    PUBLISHED("of these, said to a channel"),
    BUS_IN("into Redis, bytes"),
    BUS_OUT("out of Redis, bytes");

    private final String words;

    Cost(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
