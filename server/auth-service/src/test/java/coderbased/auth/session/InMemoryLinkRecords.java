package coderbased.auth.session;

import coderbased.protocol.LinkEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Link histories in memory. Thread-safe. */
final class InMemoryLinkRecords implements LinkRecords {

    private final Map<String, List<LinkEntry>> histories = new HashMap<>();

    @Override
    public synchronized void add(String accountId, List<LinkRecord> lines) {
        List<LinkEntry> history = histories.computeIfAbsent(accountId, _ -> new ArrayList<>());
        for (LinkRecord line : lines) {
            LinkEntry last = history.isEmpty() ? null : history.getLast();
            history.add(LinkEntry.after(last, line.at(), line.what(), line.linkId(), line.device(), line.address()));
        }
    }

    @Override
    public synchronized List<LinkEntry> newest(String accountId, int limit) {
        List<LinkEntry> history = histories.getOrDefault(accountId, List.of());
        return List.copyOf(history.subList(Math.max(0, history.size() - limit), history.size()));
    }

    @Override
    public synchronized void forgetBefore(Instant moment) {
        histories
                .values()
                .forEach(history ->
                        history.removeIf(entry -> entry.at().isBefore(moment) && entry != history.getLast()));
    }
}
