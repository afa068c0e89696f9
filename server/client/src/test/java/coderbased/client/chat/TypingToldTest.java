package coderbased.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.Protocol;
import coderbased.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypingToldTest {

    private static final Duration AGAIN =
            Duration.ofSeconds(Protocol.TYPING_SECONDS).dividedBy(2);

    private final MutableClock clock = MutableClock.standing();
    private final List<ChatClientMessage> told = new ArrayList<>();

    @Test
    void typingIsSentPeriodicallyEvenAfterTheClockIsSetBack() {
        Uplink uplink = new Uplink();
        uplink.open(told::add);
        TypingTold typing = new TypingTold(uplink, clock);
        typing.typing("c1");
        typing.typing("c1");
        assertEquals(List.of(new Typing("c1", true)), told);
        clock.turn(AGAIN);
        typing.typing("c1");
        assertEquals(2, told.size());

        clock.turn(Duration.ofDays(-1));
        typing.typing("c1");
        typing.typing("c1");
        assertEquals(3, told.size());
        clock.turn(AGAIN);
        typing.typing("c1");
        assertEquals(4, told.size());
    }
}
