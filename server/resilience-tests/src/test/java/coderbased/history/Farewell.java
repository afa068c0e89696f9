package coderbased.history;

import coderbased.history.HeldHouseholds.Household;
import coderbased.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Somebody whose phone logs out, and a friend at the same server who goes on talking to them. */
final class Farewell {

    private final Household leaving;
    private final HeldSocket friend;
    private final String conversation;
    private int said;
    private volatile long pressedAt;
    private volatile long answeredAt;

    Farewell(Household leaving, Household friend) throws Exception {
        this.leaving = leaving;
        this.friend = friend.phone();
        this.conversation = Eventually.answered(this.friend.openWith(leaving.phone()));
    }

    /** Says one thing more. */
    synchronized void talk() {
        said++;
        friend.say("said" + said, conversation, "message " + said);
    }

    /** True if every device has heard something. */
    boolean isHeard() {
        return leaving.devices().noneMatch(device -> device.heard().isEmpty());
    }

    /** The phone logs out; is done when that was answered. */
    CompletableFuture<Void> press(HttpClient http) {
        HttpRequest call = leaving.phone().logOut();
        pressedAt = System.nanoTime();
        return http.sendAsync(call, HttpResponse.BodyHandlers.ofString()).thenAccept(this::answered);
    }

    private void answered(HttpResponse<String> answer) {
        answeredAt = System.nanoTime();
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("the logout was answered " + answer.statusCode() + " " + answer.body());
        }
        talk();
    }

    /** True if the connections of all desktops, and of the phone, are over. */
    boolean isOver() {
        return leaving.devices().noneMatch(HeldSocket::isOpen);
    }

    /** The desktops at servers other than that which took the call. */
    Stream<HeldSocket> elsewhere() {
        return leaving.desktops().stream()
                .filter(desktop -> !desktop.node().equals(leaving.phone().node()));
    }

    /** The same, at one of the servers. */
    Stream<HeldSocket> at(URI node) {
        return elsewhere().filter(desktop -> desktop.node().equals(node));
    }

    /** From the press to the end of that connection, in nanoseconds. */
    long took(HeldSocket desktop) {
        return desktop.ended().join().at() - pressedAt;
    }

    long answerTook() {
        return answeredAt - pressedAt;
    }

    /** Returns what a device heard after it had been told that it is logged out, or when so much time was over. */
    long heardTooLate(Duration promised) {
        return heardAfter(pressedAt + promised.toNanos());
    }

    /** Returns what came through although the phone had been told that it is logged out. */
    long heardAfterTheAnswer() {
        return heardAfter(answeredAt);
    }

    private long heardAfter(long moment) {
        return leaving.devices()
                .flatMap(device -> device.heard().stream())
                .filter(heard -> heard.tooLate() || heard.at() > moment)
                .count();
    }
}
