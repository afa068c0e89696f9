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
 * Presence over Redis, by question: a node that begins to watch an account asks, and the nodes that hold its devices
 * answer and report changes from then on. Nothing is stored in Redis, so nothing there can be out of date.
 *
 * <p>The accounts of a node that is {@link NodeLives gone} count as gone. Listeners are called outside the lock.
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
        // A node that was taken for dead may only have been slow; its accounts are unknown then, so they are asked for
        // again.
        lives.onCome(this::askForAll);
        lives.onGo(this::gone);
    }

    /** The question which nodes hold this account. */
    record Who(String asker) {}

    /** The answer or news that a node holds this account, or no longer does. */
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
     * Publishes the state once this node hears questions. An earlier question is answered by this; a node that
     * subscribes after this asks later. So no node misses both.
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

    /** Publishes the current state, under the lock, so that the last message is the current state. */
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

    /** Asks for all watched accounts again, because somebody may have come or gone while Redis was away. */
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

    /** Runs a step that may change the account's presence, and tells the listeners if it did. */
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
