package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Said;
import coderbased.protocol.Wire;
import java.util.List;
import java.util.Optional;

/** Reviews, after something was heard, whom the devices of one account may watch. Thread-safe. */
final class WatchReviews {

    private final List<LiveDevice> devices;
    private final GapRecovery missed;

    WatchReviews(List<LiveDevice> devices, GapRecovery missed) {
        this.devices = devices;
        this.missed = missed;
    }

    /** Somebody whom a device wants to watch may have written, come or gone. */
    void after(Delivery delivery) {
        boolean names = delivery.place() != null;
        boolean mayAllow =
                names && devices.stream().anyMatch(device -> device.watching().lacksAnybody());
        if (delivery.parts() || mayAllow) {
            Optional<ChatMessage> message = names ? message(delivery) : Optional.empty();
            message.ifPresentOrElse(this::after, this::ofAll);
        }
    }

    /** The same, of a message. */
    void after(ChatMessage message) {
        devices.forEach(device -> missed.review(device, message));
    }

    /** Anybody may have come or gone. */
    void ofAll() {
        devices.forEach(missed::review);
    }

    private static Optional<ChatMessage> message(Delivery delivery) {
        try {
            ChatServerMessage read = Wire.read(delivery.text(), ChatServerMessage.class);
            return read instanceof Said said ? Optional.of(said.message()) : Optional.empty();
        } catch (Wire.Malformed _) {
            return Optional.empty();
        }
    }
}
