package coderbased.qr.bench;

import coderbased.qr.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sample photographs: read or not, by set and category. */
final class PictureTable {

    private static final int WARM_UP = 2;
    private static final String ALL = "~ all";

    private final List<Contender> contenders = List.of(Contender.thorough(), Contender.stock(), Contender.sixTries());
    private final Promises promises;
    private final Map<String, int[]> read = new TreeMap<>();
    private final Map<String, Integer> pictures = new TreeMap<>();

    PictureTable(Promises promises) {
        this.promises = promises;
    }

    void print() {
        Optional<Path> folder = Samples.folder();
        if (folder.isEmpty()) {
            System.out.println(Samples.MISSING);
            return;
        }
        List<Samples.Sample> samples = Samples.load(folder.get());
        List<Stopwatch> watches = new ArrayList<>();
        int[] falselyRead = new int[contenders.size()];
        for (int i = 0; i < contenders.size(); i++) {
            Contender contender = contenders.get(i);
            for (int round = 0; round < WARM_UP; round++) {
                samples.forEach(sample -> contender.read(sample.frame()));
            }
            Stopwatch watch = new Stopwatch();
            for (Samples.Sample sample : samples) {
                List<String> texts = new ArrayList<>();
                watch.time(() -> texts.addAll(contender.read(sample.frame())));
                if (sample.texts().isEmpty()) {
                    falselyRead[i] += texts.size();
                } else {
                    count(sample, i, texts.stream().anyMatch(sample::holds));
                }
            }
            watches.add(watch);
        }
        printRows(falselyRead, watches);
        int[] all = read.getOrDefault(ALL, new int[1]);
        promises.atLeast(135, "photographs read, of " + pictures.get(ALL), all[0]);
        promises.atMost(0, "codes read where there is none", falselyRead[0]);
        promises.atMost(100, "ms a photograph, at 95 %", watches.getFirst().percentile(0.95));
    }

    private void count(Samples.Sample sample, int contender, boolean isRead) {
        for (String row : List.of(sample.set() + " " + sample.category(), sample.set() + " (all)", ALL)) {
            read.computeIfAbsent(row, key -> new int[contenders.size()])[contender] += isRead ? 1 : 0;
            pictures.merge(row, contender == 0 ? 1 : 0, Integer::sum);
        }
    }

    private void printRows(int[] falselyRead, List<Stopwatch> watches) {
        System.out.println("Photographs, single frame");
        System.out.printf("%-36s %8s", "set and category", "pictures");
        contenders.forEach(contender -> System.out.printf(" %17s", contender.name()));
        System.out.println();
        read.forEach((row, counts) -> {
            System.out.printf("%-36s %8d", row.replace("~ ", ""), pictures.get(row));
            for (int count : counts) {
                System.out.printf(" %17d", count);
            }
            System.out.println();
        });
        System.out.printf("%-45s", "false reads where there is no code");
        for (int count : falselyRead) {
            System.out.printf(" %17d", count);
        }
        System.out.println();
        for (double share : new double[] {0.5, 0.95, 1}) {
            System.out.printf("%-45s", share == 1 ? "ms, longest" : "ms, " + Math.round(100 * share) + " %");
            watches.forEach(watch -> System.out.printf(" %17.1f", watch.percentile(share)));
            System.out.println();
        }
    }
}
