package coderbased.bus;

import coderbased.chat.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is here, by question: a node that begins to watch somebody asks, and the nodes that hold them answer; from then on
 * those say so when it changes. Nothing is kept in Redis, so nothing there can be out of date.
 *
 * <p>Of a node that is {@link NodeLives gone}, nobody is here any more. Listeners are called outside the lock.
 */
final class RedisPresence implements Presence {

    private static final String WHO = "who:";
    private static final String HERE = "here:";

    private final RedisBus bus;
    private final NodeLives lives;
    private final Map<String, Hearing> mine = new HashMap<>();
    private final Map<String, Watched> watched = new HashMap<>();

    RedisPresence(RedisBus bus, NodeLives lives) {
        this.bus = bus;
        this.lives = lives;
        bus.onReturn(this::askAgain);
        // A node that was taken for dead may have been slow: whom it holds, nobody knows any more.
        lives.onCome(this::askForAll);
        lives.onGo(this::gone);
    }

    /** Does somebody hold this account? */
    record Who(String asker) {}

    /** A node holds this account, or does not any more. */
    record Here(String node, boolean here) {}

    /** An account that is watched on this node, and the other nodes that hold it. */
    private record Watched(List<Consumer<Boolean>> listeners, Set<String> nodes, Hearing hearing) {}

    @Override
    public void came(String accountId) {
        change(
                accountId,
                () -> mine.computeIfAbsent(
                        accountId, account -> bus.hear(WHO + account, Who.class, who -> say(account))));
        whenBegun(accountId);
    }

    @Override
    public void left(String accountId) {
        change(accountId, () -> {
            Hearing question = mine.remove(accountId);
            if (question != null) {
                question.close();
            }
        });
        say(accountId);
    }

    @Override
    public synchronized boolean isHere(String accountId) {
        Watched seen = watched.get(accountId);
        return mine.containsKey(accountId) || (seen != null && !seen.nodes().isEmpty());
    }

    @Override
    public Watch watch(String accountId, Consumer<Boolean> listener) {
        Hearing hearing;
        synchronized (this) {
            Watched seen = watched.computeIfAbsent(
                    accountId,
                    account -> new Watched(
                            new ArrayList<>(),
                            new HashSet<>(),
                            bus.hear(HERE + account, Here.class, said -> heard(account, said))));
            seen.listeners().add(listener);
            hearing = seen.hearing();
        }
        hearing.begun().whenComplete((begun, failed) -> bus.say(WHO + accountId, new Who(bus.nodeId())));
        return () -> forget(accountId, listener);
    }

    private synchronized void forget(String accountId, Consumer<Boolean> listener) {
        Watched seen = watched.get(accountId);
        if (seen != null
                && seen.listeners().remove(listener)
                && seen.listeners().isEmpty()) {
            seen.hearing().close();
            watched.remove(accountId);
        }
    }

    /**
     * Whoever asks before questions are heard, hears of it by this; whoever begins to listen after this, asks later than
     * that. So nobody misses both.
     */
    private void whenBegun(String accountId) {
        Hearing questions;
        synchronized (this) {
            questions = mine.get(accountId);
        }
        if (questions != null) {
            questions.begun().whenComplete((begun, failed) -> say(accountId));
        }
    }

    /** Says how it is now; under the lock, so that what is said last is how it is. */
    private synchronized void say(String accountId) {
        bus.say(HERE + accountId, new Here(bus.nodeId(), mine.containsKey(accountId)));
    }

    private void heard(String accountId, Here said) {
        lives.heard(said.node());
        note(accountId, said);
    }

    private void gone(String node) {
        for (String account : allWatched()) {
            note(account, new Here(node, false));
        }
    }

    private void note(String accountId, Here said) {
        change(accountId, () -> {
            Watched seen = watched.get(accountId);
            if (seen != null && said.here()) {
                seen.nodes().add(said.node());
            } else if (seen != null) {
                seen.nodes().remove(said.node());
            }
        });
    }

    private synchronized List<String> allWatched() {
        return List.copyOf(watched.keySet());
    }

    /** While Redis was away, somebody may have come or gone. */
    private void askAgain() {
        allMine().forEach(this::say);
        askForAll();
    }

    private void askForAll() {
        for (String account : allWatched()) {
            bus.say(WHO + account, new Who(bus.nodeId()));
        }
    }

    private synchronized List<String> allMine() {
        return List.copyOf(mine.keySet());
    }

    /** Does something that may change whether the account is here, and tells those who watch if it has. */
    private void change(String accountId, Runnable work) {
        boolean after;
        List<Consumer<Boolean>> listeners;
        synchronized (this) {
            boolean before = isHere(accountId);
            work.run();
            after = isHere(accountId);
            Watched seen = watched.get(accountId);
            listeners = before == after || seen == null ? List.of() : List.copyOf(seen.listeners());
        }
        listeners.forEach(listener -> listener.accept(after));
    }
}
