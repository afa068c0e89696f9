package coderbased.history;

import coderbased.story.Cable;
import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The faults of a fleet. Each begins at a random moment; when it is over, everything is there again. */
final class FleetFaults {

    private static final int LATEST_MILLIS = 500;

    private final Fleet fleet;
    private final RandomGenerator random;
    private final int longestMillis;

    /** Those of which the longest lasts so long. */
    FleetFaults(Fleet fleet, RandomGenerator random, int longestMillis) {
        this.fleet = fleet;
        this.random = random;
        this.longestMillis = longestMillis;
    }

    /** Work that may fail. */
    interface Fault {
        void strike(FleetFaults faults) throws Exception;
    }

    void aNodeIsKilled() throws Exception {
        ServerProcess server = any(fleet.nodes()).server();
        atARandomMoment(server::kill);
        server.awaitEnd();
        pause();
        server.start();
    }

    void aNodeRestarts() throws Exception {
        restart(any(fleet.nodes()).server());
    }

    /** One after the other, as an upgrade does. */
    void everyNodeRestartsInTurn() throws Exception {
        for (Fleet.Node node : fleet.nodes()) {
            restart(node.server());
            Eventually.holds("all nodes are ready", fleet::isWhole);
        }
    }

    void theDatabaseIsKilled() throws Exception {
        untilARandomMoment();
        fleet.database().kill();
        pause();
        fleet.database().start();
    }

    void theDatabaseStandsStill() {
        atARandomMoment(fleet.database()::standStill);
        pause();
        fleet.database().goOn();
    }

    void theBusIsKilled() throws Exception {
        untilARandomMoment();
        fleet.bus().kill();
        pause();
        fleet.bus().start();
    }

    void theBusStandsStill() {
        atARandomMoment(fleet.bus()::standStill);
        pause();
        fleet.bus().goOn();
    }

    void theBusForgetsEverything() {
        atARandomMoment(fleet.bus()::forgetEverything);
    }

    void aNodeIsCutOffFromTheDatabase() {
        isCutOff(Fleet.Node::toDatabase);
    }

    void aNodeIsCutOffFromTheBus() {
        isCutOff(Fleet.Node::toBus);
    }

    private void restart(ServerProcess server) throws Exception {
        atARandomMoment(server::terminate);
        server.awaitEnd();
        server.start();
    }

    /** Either its connections end, or nothing comes through. */
    private void isCutOff(Function<Fleet.Node, Cable> which) {
        Cable cable = which.apply(any(fleet.nodes()));
        atARandomMoment(random.nextBoolean() ? cable::cut : cable::stall);
        pause();
        cable.mend();
    }

    private void pause() {
        after(random.nextInt(longestMillis), () -> {}).join();
    }

    private void untilARandomMoment() {
        atARandomMoment(() -> {});
    }

    private void atARandomMoment(Runnable blow) {
        after(random.nextInt(LATEST_MILLIS), blow).join();
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static CompletableFuture<Void> after(int millis, Runnable task) {
        return CompletableFuture.runAsync(task, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }
}
