package coderbased.bus;

import org.junit.jupiter.api.AfterEach;

/** The bus of a server that is one node keeps the contract. */
final class InProcessBusTest extends BusContract {

    private final BusPorts bus = BusPorts.inProcess();

    @AfterEach
    void close() throws Exception {
        bus.close();
    }

    @Override
    BusPorts here() {
        return bus;
    }

    @Override
    BusPorts there() {
        return bus;
    }
}
