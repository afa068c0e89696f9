package coderbased.qr.bench;

import coderbased.qr.Alteration;
import coderbased.qr.picture.Frame;
import coderbased.qr.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sample photographs again, each harmlessly altered in several ways: what a reader loses here it had learned by
 * heart. By alteration, and by set over all alterations.
 */
final class AlteredTable {

    private static final String ALL = "~ all";
    private static final String FALSE_READS = "~~ false reads";

    private final List<Contender> contenders = List.of(Contender.thorough(), Contender.stock(), Contender.sixTries());
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, Integer> pictures = new TreeMap<>();

    void print() {
        Optional<Path> folder = Samples.folder();
        if (folder.isEmpty()) {
            System.out.println(Samples.MISSING);
            return;
        }
        List<Samples.Sample> samples = Samples.load(folder.get());
        System.out.println("\nPhotographs altered, single frame");
        System.out.printf("%-36s %8s", "alteration, then set", "pictures");
        contenders.forEach(contender -> System.out.printf(" %17s", contender.name()));
        System.out.println();
        for (Alteration alteration : Alteration.values()) {
            samples.forEach(sample -> read(sample, alteration.of(sample.frame()), alteration.words()));
            print(alteration.words());
            counts.remove(alteration.words());
        }
        List.copyOf(counts.keySet()).forEach(this::print);
    }

    private void read(Samples.Sample sample, Frame frame, String alteration) {
        for (int i = 0; i < contenders.size(); i++) {
            List<String> texts = contenders.get(i).read(frame);
            if (sample.texts().isEmpty()) {
                count(FALSE_READS, i, texts.size());
            } else {
                int isRead = texts.stream().anyMatch(sample::holds) ? 1 : 0;
                count(alteration, i, isRead);
                count(sample.set(), i, isRead);
                count(ALL, i, isRead);
            }
        }
    }

    private void count(String row, int contender, int read) {
        counts.computeIfAbsent(row, key -> new int[contenders.size()])[contender] += read;
        pictures.merge(row, contender == 0 ? 1 : 0, Integer::sum);
    }

    private void print(String row) {
        System.out.printf("%-36s %8d", row.replaceAll("^~+ ", ""), pictures.get(row));
        for (int count : counts.getOrDefault(row, new int[0])) {
            System.out.printf(" %17d", count);
        }
        System.out.println();
    }
}
