package coderbased.chat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Presence on a server that is one node: the thread of the device that comes or goes calls the listeners. */
public final class InProcessPresence implements Presence {

    private final Set<String> here = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, List<Consumer<Boolean>>> watchers = new ConcurrentHashMap<>();

    @Override
    public void came(String accountId) {
        here.add(accountId);
        tell(accountId, true);
    }

    @Override
    public void left(String accountId) {
        here.remove(accountId);
        tell(accountId, false);
    }

    @Override
    public boolean isHere(String accountId) {
        return here.contains(accountId);
    }

    @Override
    public Watch watch(String accountId, Consumer<Boolean> listener) {
        watchers.compute(accountId, (account, known) -> {
            List<Consumer<Boolean>> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(listener);
            return all;
        });
        return () -> watchers.computeIfPresent(accountId, (account, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    private void tell(String accountId, boolean isHere) {
        watchers.getOrDefault(accountId, List.of()).forEach(watcher -> watcher.accept(isHere));
    }
}
