package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.Wire;
import java.util.List;
import java.util.Optional;

/** Reviews of whom the devices of one account may watch, after each event that may change it. Thread-safe. */
final class WatchReviews {

    private final List<LiveDevice> devices;
    private final GapRecovery gaps;

    WatchReviews(List<LiveDevice> devices, GapRecovery gaps) {
        this.devices = devices;
        this.gaps = gaps;
    }

    /** Reviews after a delivery: a watched person may have written, joined or left. */
    void after(Delivery delivery) {
        boolean names = delivery.place() != null;
        boolean mayAllow =
                names && devices.stream().anyMatch(device -> device.watching().lacksAnybody());
        if (delivery.parts() || mayAllow) {
            Optional<ChatMessage> message = names ? message(delivery) : Optional.empty();
            message.ifPresentOrElse(this::after, this::ofAll);
        }
    }

    /** Reviews after a message. */
    void after(ChatMessage message) {
        devices.forEach(device -> gaps.review(device, message));
    }

    /** Reviews everybody: anybody may have joined or left. */
    void ofAll() {
        devices.forEach(gaps::review);
    }

    private static Optional<ChatMessage> message(Delivery delivery) {
        try {
            ChatServerMessage read = Wire.read(delivery.text(), ChatServerMessage.class);
            return read instanceof MessageChanged said ? Optional.of(said.message()) : Optional.empty();
        } catch (Wire.Malformed _) {
            return Optional.empty();
        }
    }
}
