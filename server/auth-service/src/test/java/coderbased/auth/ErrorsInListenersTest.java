package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.Lease;
import coderbased.auth.session.RevocationFeed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error of the virtual machine while one session is cut keeps no other from being cut, here or elsewhere. */
final class ErrorsInListenersTest {

    @TempDir
    private Path folder;

    @Test
    void aRevocationThatFailsHereReachesTheOtherNodes() {
        List<AuthEvent> published = new ArrayList<>();
        AuthEvents bus = new AuthEvents() {
            @Override
            public void publish(AuthEvent event) {
                published.add(event);
            }

            @Override
            public AutoCloseable subscribe(Consumer<AuthEvent> listener) {
                return () -> {};
            }
        };
        AuthEvent frozen = new AuthEvent.SessionFrozen("session", "account");
        new PromptEvents(bus, _ -> {
                    throw new StackOverflowError();
                })
                .publish(frozen);
        assertEquals(List.of(frozen), published);
    }

    @Test
    void anEndThatCannotBeHandledDoesNotBlockOthers() {
        try (AuthWorld world = new AuthWorld(folder)) {
            TestPhone ada = world.signUp("ada");
            world.linked(ada);
            world.linked(ada);
            AuthContext surroundings = new AuthContext(world.clock, new SecureRandom());
            List<AuthEvent> told = new ArrayList<>();
            RevocationFeed feed = new RevocationFeed(world.store(), new Lease(surroundings), surroundings, event -> {
                told.add(event);
                throw new NoClassDefFoundError();
            });
            world.auth().devices().unlinkAll(ada.session());
            feed.poll();
            assertEquals(2, told.size());
        }
    }
}
