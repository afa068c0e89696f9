package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LiveTest {

    private final Queue<Runnable> hops = new ArrayDeque<>();
    private final List<Consumer<Integer>> listeners = new ArrayList<>();
    private final Live<Integer> live = new Live<>(
            0,
            listener -> {
                listeners.add(listener);
                return () -> listeners.remove(listener);
            },
            hops::add);

    @Test
    void burstCostsOneTaskAndEndsWithTheNewestValue() {
        for (int i = 1; i <= 100; i++) {
            listeners.getFirst().accept(i);
        }
        assertEquals(1, hops.size());
        hops.remove().run();
        assertEquals(100, live.value().get());
    }

    @Test
    void nextValueIsDeliveredAfterATask() {
        listeners.getFirst().accept(1);
        hops.remove().run();
        listeners.getFirst().accept(2);
        hops.remove().run();
        assertEquals(2, live.value().get());
    }

    @Test
    void closedPropertyReceivesNothing() {
        live.close();
        assertEquals(0, listeners.size());
    }
}
