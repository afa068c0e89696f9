package coderbased.history;

import coderbased.auth.MadeSessions;
import coderbased.auth.MadeSessions.Made;
import coderbased.auth.session.AuthContext;
import coderbased.auth.tokens.AuthKeys;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** People whose sessions are written straight into the database of a server that has not started yet. */
final class MadePeople {

    private MadePeople() {}

    /** So many of them, each with a phone and so many linked devices; returns all devices, phones before their own. */
    static List<Made> in(Path data, int people, int linked) throws Exception {
        SecureRandom random = new SecureRandom();
        Files.createDirectories(data);
        try (Database open = Databases.open(data.resolve("coderbased.db"))) {
            MadeSessions maker = new MadeSessions(
                    new SqlAuthStore(open), AuthKeys.open(data, random), new AuthContext(Clock.systemUTC(), random));
            List<Made> devices = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                devices.addAll(maker.household("person" + i, linked));
            }
            return devices;
        }
    }
}
