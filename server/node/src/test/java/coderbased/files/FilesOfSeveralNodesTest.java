package coderbased.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.blobs.FileFolder;
import coderbased.protocol.FileHttp;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.files.SqlFileRecords;
import coderbased.testing.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes with one database and one folder are given the same bytes again and again, and clear them away, all at once,
 * and die in between: whoever was told that their file is there has it.
 */
final class FilesOfSeveralNodesTest {

    private static final int ROUNDS = 150;
    private static final int DEATH_IN_STEPS = 60;
    private static final byte[] BYTES = Sender.bytes(100, 1);
    private static final List<String> PEOPLE = List.of("ada", "bob");
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofMinutes(61), Duration.ofHours(25));

    private final MutableClock clock = MutableClock.standing();

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Databases.open(folder.resolve("test.db"));
        change("INSERT INTO conversations (id, created_at, last_seq, last_rev) VALUES ('C', 0, 0, 0)");
        for (String person : PEOPLE) {
            change("INSERT INTO members (conversation_id, account_id, admin, joined_at, first_seq, delivered_seq,"
                    + " read_seq) VALUES ('C', '" + person + "', TRUE, 0, 1, 0, 0)");
        }
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aSentFileSurvivesConcurrentDeletions() throws Exception {
        long seed = new SecureRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String what = "seed " + seed + ", round " + round;
            clock.turn(PAUSES.get(random.nextInt(PAUSES.size())));
            Interleaving nodes = new Interleaving(random.split(), DEATH_IN_STEPS);
            List<Boolean> told = nodes.run(List.of(
                    () -> send(node(nodes), "ada"),
                    random.nextBoolean() ? () -> send(node(nodes), "bob") : () -> cancel(node(nodes), "bob"),
                    sweep(node(nodes)),
                    sweep(node(nodes))));
            for (int i = 0; i < PEOPLE.size(); i++) {
                if (told.get(i)) {
                    requireFile(PEOPLE.get(i), what);
                }
            }
        }
        for (int sweep = 0; sweep < 4; sweep++) {
            clock.turn(Duration.ofHours(25));
            sweep(node(new Interleaving(random, DEATH_IN_STEPS))).call();
        }
        assertEquals(List.of(), files(), "seed " + seed + ": nothing is left that nobody has a use for");
    }

    /** One node, as it is when it starts. */
    private FileService node(Interleaving nodes) throws Exception {
        return new FileService(
                nodes.stepwise(FileStore.class, new FileFolder(folder.resolve("files"))),
                nodes.stepwise(FileRecords.class, new SqlFileRecords(database)),
                FileLimits.standard(),
                clock,
                new SecureRandom());
    }

    /** Sends the bytes, as a device does; true once it was told that they are there. */
    private static boolean send(FileService node, String account) throws Exception {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                FileHttp.Upload upload = node.announce(account, said());
                while (!upload.complete()) {
                    int from = (int) upload.received();
                    byte[] piece = Arrays.copyOfRange(BYTES, from, Math.min(BYTES.length, from + 60));
                    upload = node.append(account, upload.id(), from, new ByteArrayInputStream(piece));
                }
                return true;
            } catch (FileRefused | FilesDown _) {
                continue;
            }
        }
        throw new AssertionError("a device tries without end");
    }

    private static boolean cancel(FileService node, String account) throws Exception {
        try {
            node.cancel(account, node.announce(account, said()).id());
        } catch (FileRefused _) {
            return false;
        }
        return false;
    }

    private static Callable<Boolean> sweep(FileService node) {
        return () -> {
            node.sweep();
            return true;
        };
    }

    private static FileHttp.NewUpload said() throws Exception {
        return new FileHttp.NewUpload(Sender.hash(BYTES), BYTES.length);
    }

    /** The account may say the file now, and whoever may see it finds it. */
    private void requireFile(String account, String what) throws Exception {
        FileService node = node(new Interleaving(new SplittableRandom(), DEATH_IN_STEPS));
        assertTrue(node.uploaded(account, Sender.hash(BYTES)).isPresent(), what);
        change("UPDATE conversations SET picture = '" + Sender.hash(BYTES) + "'");
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();
        try (Download file = node.ofGroup(account, "C")) {
            file.send(new ByteRange(0, BYTES.length - 1), fetched);
        } catch (FileRefused | FilesDown e) {
            throw new AssertionError(what, e);
        }
        assertArrayEquals(BYTES, fetched.toByteArray(), what);
        change("UPDATE conversations SET picture = NULL");
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void change(String sql) {
        database.write(handle -> handle.execute(sql));
    }
}
