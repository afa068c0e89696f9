package coderbased.phone;

import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.SessionState;
import coderbased.client.ThisDevice;
import coderbased.client.WebClient;
import coderbased.client.keys.ProfileFolder;
import coderbased.demo.MjpegServer;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.QrText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The share of a core and the memory that the two apps take while nothing happens, and that a phone takes which scans:
 * the programs as a user starts them, before a server and an MJPEG camera of this machine. Without a display they are
 * shown on an Xvfb.
 *
 * <p>Arguments: a folder that is not used, the number of rounds, and the seconds of scanning in each. Prints medians.
 */
public final class IdleBench {

    private static final int WARM_UP_SECONDS = 75;
    private static final int IDLE_SECONDS = 60;
    private static final int REST_SECONDS = 75;
    private static final String PASSWORD = "correct horse battery";

    private final Path folder;
    private final Node server;
    private final MjpegServer camera = new MjpegServer(0);
    private final String display;
    private final Map<String, List<Double>> results = new LinkedHashMap<>();

    private IdleBench(Path folder, String display) throws Exception {
        this.folder = folder;
        this.display = display;
        this.server = Node.start(Settings.standard(folder.resolve("server")).withPort(0), Clock.systemUTC());
        camera.show(desk());
    }

    public static void main(String[] args) throws Exception {
        DisplayProcess display = DisplayProcess.open();
        try {
            Path folder = Files.createTempDirectory("idle-bench");
            IdleBench bench = new IdleBench(folder, display.name());
            bench.link();
            for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
                bench.round(Integer.parseInt(args[2]));
                System.out.println("after round " + round + ":");
                bench.results.forEach((what, measured) -> System.out.printf("%-60s %8.2f%n", what, median(measured)));
            }
        } finally {
            display.close();
        }
        System.exit(0);
    }

    private void round(int scanningSeconds) throws Exception {
        Map<String, Process> idle = new LinkedHashMap<>();
        idle.put("an empty window", start(EmptyWindow.class.getName()));
        idle.put("desktop, code shown", program("coderbased.desktop.Main", "nobody"));
        idle.put("desktop, chats shown", program("coderbased.desktop.Main", "desktop"));
        Process phone = program(ScriptedPhone.class.getName(), "phone", "--camera=" + camera.address());
        idle.put("phone, chats shown", phone);
        try {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            Map<String, Double> before = new LinkedHashMap<>();
            idle.forEach((what, process) -> before.put(what, cpuSeconds(process)));
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            idle.forEach((what, process) ->
                    add(what + ", % of a core", 100 * (cpuSeconds(process) - before.get(what)) / IDLE_SECONDS));
            add("phone before scanning, MB", megabytes(phone, "VmRSS"));
            scan(phone, scanningSeconds);
        } finally {
            idle.values().forEach(Process::destroy);
        }
    }

    private void scan(Process phone, int seconds) throws Exception {
        press(phone, "tab-scan");
        double before = cpuSeconds(phone);
        TimeUnit.SECONDS.sleep(seconds);
        add("phone while scanning, % of a core", 100 * (cpuSeconds(phone) - before) / seconds);
        add("phone after " + seconds + " s of scanning, MB", megabytes(phone, "VmRSS"));
        add("phone at most, MB", megabytes(phone, "VmHWM"));
        press(phone, "tab-chats");
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        add("phone " + REST_SECONDS + " s later, MB", megabytes(phone, "VmRSS"));
    }

    /** Makes an account, and a desktop that is linked to it. */
    private void link() throws Exception {
        try (PhoneClient phone = Clients.phone(config("phone"));
                WebClient desktop = Clients.web(config("desktop"))) {
            phone.start();
            phone.signUp("ada", "Ada", PASSWORD).get(60, TimeUnit.SECONDS);
            desktop.start();
            until(() -> phone.state() instanceof PhoneState.SignedIn && desktop.state() instanceof SessionState.Guest);
            String code = ((SessionState.Guest) desktop.state()).code().qrText().value();
            String link = phone.links()
                    .claim((QrText.Ours) phone.links().read(code))
                    .get(60, TimeUnit.SECONDS)
                    .linkId();
            phone.links().approve(link).get(60, TimeUnit.SECONDS);
            until(() -> desktop.state() instanceof SessionState.Authenticated);
        }
    }

    private ClientConfig config(String profile) {
        return ClientConfig.of(
                URI.create(server.address()), ThisDevice.facts("Bench"), new ProfileFolder(folder.resolve(profile)));
    }

    private Process program(String main, String profile, String... more) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(main, "--server=" + server.address(), "--data=" + folder, "--profile=" + profile));
        command.addAll(List.of(more));
        return start(command.toArray(String[]::new));
    }

    /** Starts a program with the options of the virtual machine that {@code java -jar} has: none. */
    private Process start(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path")));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(folder.resolve("programs.log").toFile())
                .redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        return builder.start();
    }

    private static void press(Process phone, String button) throws Exception {
        phone.outputWriter().write(button + "\n");
        phone.outputWriter().flush();
    }

    private void add(String what, double measured) {
        results.computeIfAbsent(what, any -> new ArrayList<>()).add(measured);
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** Returns a value of the process's status; not a number where the system is no Linux. */
    private static double megabytes(Process process, String value) throws Exception {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(value))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double median(List<Double> measured) {
        double[] sorted = measured.stream().mapToDouble(each -> each).sorted().toArray();
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1).average().orElseThrow();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Returns a picture without a code and with much to look at. */
    private static BufferedImage desk() {
        BufferedImage desk = new BufferedImage(1280, 720, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = desk.createGraphics();
        Random random = new Random(7);
        for (int i = 0; i < 900; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            pen.fillRect(random.nextInt(1280), random.nextInt(720), 10 + i % 50, 8 + random.nextInt(50));
        }
        pen.dispose();
        return desk;
    }
}
