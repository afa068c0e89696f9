package coderbased.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cost of a fleet since it began, or in between.
 *
 * @param seconds since when
 */
record Spent(Map<Cost, Double> amounts, double seconds) {

    /** As a server has them that runs for long; others are started with the quick one alone. */
    static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    private static final List<Cost> IN_THAT_ORDER =
            List.of(Cost.COMMITS, Cost.READS, Cost.FLUSHES, Cost.ROWS, Cost.LOG, Cost.KEPT);

    /** Reads only; nothing is committed. */
    private static final String DATABASE = """
            SELECT xact_commit, xact_rollback, (SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'),
                tup_inserted + tup_updated + tup_deleted, pg_current_wal_lsn() - '0/0',
                pg_database_size(current_database())
            FROM pg_stat_database WHERE datname = current_database()
            """;

    /** Until now. What PostgreSQL's processes have counted, they tell within ten seconds of rest. */
    static Spent by(Fleet fleet) throws SQLException {
        Map<Cost, Double> amounts = new EnumMap<>(Cost.class);
        amounts.put(
                Cost.NODE_CPU,
                fleet.nodes().stream()
                        .mapToDouble(node -> new Effort(node.server()).workedMillis())
                        .sum());
        amounts.put(Cost.DATABASE_CPU, (double) fleet.database().worked().toMillis());
        askBus(fleet.bus().info(), amounts);
        askDatabase(fleet.database().url(fleet.database().port()), amounts);
        return new Spent(amounts, System.nanoTime() / 1e9);
    }

    /** From now on PostgreSQL does not clean up by itself, so that what it does at rest is nobody's but the nodes'. */
    static void withoutCleaning(Fleet fleet) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        fleet.database().url(fleet.database().port()));
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET autovacuum = off");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("CHECKPOINT");
        }
    }

    /** Returns what was spent after that. */
    Spent since(Spent before) {
        return new Spent(with(before, (now, then) -> now - then), seconds - before.seconds);
    }

    /** Without what would have been spent in that time in any case. */
    Spent without(Spent idle) {
        double times = seconds / idle.seconds;
        return new Spent(with(idle, (all, rest) -> all - rest * times), seconds);
    }

    /** For each of so many. */
    Spent each(double many) {
        return new Spent(with(this, (all, same) -> all / many), seconds);
    }

    private Map<Cost, Double> with(Spent other, DoubleBinaryOperator both) {
        Map<Cost, Double> result = new EnumMap<>(Cost.class);
        amounts.forEach((cost, amount) -> result.put(cost, both.applyAsDouble(amount, other.amounts.get(cost))));
        return result;
    }

    private static void askBus(String said, Map<Cost, Double> amounts) {
        amounts.put(Cost.BUS_CPU, 1_000 * (number("used_cpu_user:", said) + number("used_cpu_sys:", said)));
        amounts.put(Cost.COMMANDS, number("total_commands_processed:", said));
        amounts.put(Cost.PUBLISHED, number("cmdstat_publish:calls=", said));
        amounts.put(Cost.BUS_IN, number("total_net_input_bytes:", said));
        amounts.put(Cost.BUS_OUT, number("total_net_output_bytes:", said));
    }

    private static double number(String name, String said) {
        Matcher found = Pattern.compile("(?m)^" + name + "([0-9.]+)").matcher(said);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static void askDatabase(String url, Map<Cost, Double> amounts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DATABASE)) {
            row.next();
            int column = 1;
            for (Cost cost : IN_THAT_ORDER) {
                amounts.put(cost, row.getDouble(column++));
            }
        }
    }
}
