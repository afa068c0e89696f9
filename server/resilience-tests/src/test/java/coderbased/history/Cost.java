package coderbased.history;

/** The costs of a cluster that are measured. */
enum Cost {
    NODE_CPU("CPU time of the nodes, ms"),
    DATABASE_CPU("CPU time of PostgreSQL, ms"),
    BUS_CPU("CPU time of Redis, ms"),
    COMMITS("transactions that write"),
    READS("transactions that only read"),
    FLUSHES("flushes of PostgreSQL's write-ahead log"),
    ROWS("rows written in PostgreSQL"),
    LOG("PostgreSQL's write-ahead log, bytes"),
    KEPT("stored in PostgreSQL's tables and indexes, bytes"),
    COMMANDS("commands to Redis"),
    PUBLISHED("of these, published"),
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
