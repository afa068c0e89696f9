package coderbased.chat;

import coderbased.auth.TestKey;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionUse;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.LinkChoices;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;

/** Creates admitted devices of the account {@link #ADA} without a network and without anybody who uses them. */
final class TestLiveDevice {

    static final String ADA = "ada";

    private TestLiveDevice() {}

    static LiveDevice of(String session, long renewal, TestLine line, ChatStore store, ScheduledExecutorService timer) {
        SessionUse use = new SessionUse(1, Instant.EPOCH, null, Instant.EPOCH, Instant.EPOCH, "127.0.0.1", renewal);
        var device = new SessionDevice(TestPerson.DEVICE, new TestKey().publicHalf());
        Session its = new Session(session, ADA, DeviceKind.PHONE, null, null, device, use, LinkChoices.FULL);
        ChatLimits limits = ChatLimits.standard();
        ClientConnection connection = new ClientConnection(
                line,
                limits,
                new ChatContext("N0DE", Clock.systemUTC(), new SecureRandom(), timer),
                new QueueBudget(Long.MAX_VALUE),
                _ -> {});
        return LiveDevice.admitted(its, connection, limits, HistoryVisibility.of(store, its));
    }
}
