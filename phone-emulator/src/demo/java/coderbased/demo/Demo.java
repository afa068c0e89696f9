package coderbased.demo;

import coderbased.camera.CameraChoice;
import coderbased.client.keys.ProfileFolder;
import coderbased.fx.program.WindowPlace;
import coderbased.fx.program.ClassPathStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the three programs together. Exit code 0 only if every step passed. */
@Command(name = "demo", description = "Plays the server, the desktop and the phone together.")
public final class Demo implements Callable<Integer> {

    private static final WindowPlace BESIDE = new WindowPlace(40, 40, 1000, 780);

    /** JavaFX's headless screen has 1000 by 1000 pixels. */
    private static final WindowPlace ALONE = new WindowPlace(0, 0, 1000, 720);

    @Option(names = "--server-jar", required = true, description = "Path of the server's jar.")
    private Path serverJar = Path.of("");

    @Option(
            names = "--out",
            required = true,
            description = "Folder for story.json, the pictures and the server's data. It is emptied first.")
    private Path out = Path.of("");

    @Option(names = "--headless", description = "Play the story without windows, even if there is a display.")
    private boolean headless;

    @Option(
            names = "--nodes",
            defaultValue = "1",
            description = "Number of server nodes, on a shared PostgreSQL and Redis.")
    private int nodes;

    private final Story story = new Story();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Demo()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        boolean alone = headless || !hasDisplay();
        if (alone) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("testfx.robot", "glass");
            System.setProperty("java.awt.headless", "true");
        }
        ClassPathStart.isMeant();
        empty(out);
        Path data = Files.createDirectories(out.resolve("data"));
        Platform.startup(() -> Platform.setImplicitExit(false));
        try {
            play(alone, data);
        } finally {
            story.write(out.resolve("story.json"));
            Platform.exit();
        }
        System.out.println((story.held() ? "The story passed; " : "The story failed; ") + "see " + out);
        return story.held() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void play(boolean alone, Path data) throws Exception {
        ProfileFolder adasPhone = new ProfileFolder(data.resolve("adas-phone"));
        ProfileFolder adasDesktop = new ProfileFolder(data.resolve("adas-desktop"));
        ProfileFolder bobsPhone = new ProfileFolder(data.resolve("bobs-phone"));
        try (Opened opened = new Opened()) {
            story.step(
                    nodes > 1
                            ? nodes + " nodes of one server start from its jar, on a PostgreSQL and a Redis"
                            : "the server starts from its jar",
                    () -> opened.server = Nodes.start(serverJar, data.resolve("server"), nodes));
            story.step(
                    "Ada and Bob have accounts and a history",
                    () -> opened.people = People.move(opened.server(), adasPhone, bobsPhone));
            story.step(
                    "both windows open",
                    () -> opened.windows = Hands.onFx(() -> new Windows(
                            opened.server(), adasPhone, adasDesktop, alone ? ALONE : BESIDE)));
            if (!story.held()) {
                return;
            }
            if (alone) {
                new HeadlessStory(story, opened.server(), opened.people(), opened.windows(), out).play();
            } else {
                leaveItToThePerson(opened);
            }
        }
    }

    private static void leaveItToThePerson(Opened opened) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Hands.onFx(() -> {
            opened.windows().look(new CameraChoice.Screen());
            opened.windows().desktop().setOnHidden(e -> closed.countDown());
            opened.windows().phone().setOnHidden(e -> closed.countDown());
            return true;
        });
        System.out.println("""

                The phone is Ada's and is signed in. Press Scan: its camera shows this screen with the desktop's code.
                %s; Ada and Bob both have the password "%s".
                Closing a window ends the demo.""".formatted(whereEverybodyIs(opened.server()), People.PASSWORD));
        closed.await();
    }

    private static String whereEverybodyIs(Nodes server) {
        return server.areSeveral()
                ? "Of the server's nodes, " + server.places()
                : "The server is at " + server.forThePhone();
    }

    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> everything = Files.walk(folder)) {
                for (Path path : everything.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
