package coderbased.files;

import coderbased.testing.Deadlines;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Nodes that do something at once, in an order that a seed decides: only one goes on at a time, and at each call of a
 * port it is drawn who is next, and whether the node dies there.
 */
final class Interleaving {

    private static final long LIMIT_SECONDS = Deadlines.seconds(30);

    private final SplittableRandom random;
    private final int deathInSteps;
    private final List<Thread> going = new ArrayList<>();
    private Thread next;

    /** @param deathInSteps one step in so many is some node's last */
    Interleaving(SplittableRandom random, int deathInSteps) {
        this.random = random;
        this.deathInSteps = deathInSteps;
    }

    /** The node died. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** That port, every call of which is a step. */
    <T> T stepwise(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    step();
                    try {
                        Object answer = method.invoke(real, arguments);
                        step();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Does all of this at once; what each came to, false for a node that died. */
    List<Boolean> run(List<Callable<Boolean>> tasks) throws Exception {
        List<FutureTask<Boolean>> results = tasks.stream()
                .map(task -> new FutureTask<>(() -> runInTurn(task)))
                .toList();
        synchronized (this) {
            results.forEach(result -> going.add(new Thread(result)));
            next = going.get(random.nextInt(going.size()));
            going.forEach(Thread::start);
        }
        List<Boolean> done = new ArrayList<>();
        for (FutureTask<Boolean> result : results) {
            done.add(done(result));
        }
        return done;
    }

    private boolean runInTurn(Callable<Boolean> task) throws Exception {
        try {
            awaitTurn();
            return task.call();
        } finally {
            leave();
        }
    }

    private static boolean done(FutureTask<Boolean> result) throws Exception {
        try {
            return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Died) {
                return false;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError("a node waits for another one that waits for it", e);
        }
    }

    /** Lets a thread that takes no part go on. */
    private synchronized void step() throws InterruptedException {
        if (going.contains(Thread.currentThread())) {
            if (random.nextInt(deathInSteps) == 0) {
                throw new Died();
            }
            draw();
            awaitTurn();
        }
    }

    private synchronized void awaitTurn() throws InterruptedException {
        while (next != Thread.currentThread()) {
            wait();
        }
    }

    private synchronized void leave() {
        going.remove(Thread.currentThread());
        draw();
    }

    private void draw() {
        if (!going.isEmpty()) {
            next = going.get(random.nextInt(going.size()));
        }
        notifyAll();
    }
}
