package coderbased.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of a database, as its migrations make them. */
final class Schema {

    private Schema() {}

    /**
     * Brings a database's schema up to date.
     *
     * @param engine the folder of the migrations that this engine needs beside the common ones
     */
    static void update(DataSource source, String engine) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/" + engine)
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
