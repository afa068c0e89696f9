package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Messages of a desktop without a token on its guest connection. It can only wait: none of these can chat.
 *
 * <p>Hop 1 of the Guest Token's way.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface GuestClientMessage {

    /** The first message, at once. The server answers with a code. */
    @JsonTypeName("hello")
    record Hello(int protocol, DeviceFacts device, DeviceKey key) implements GuestClientMessage {}

    /**
     * The two digits that the person read off the phone. The server goes on, or ends the link at the first wrong entry.
     */
    @JsonTypeName("number")
    record EnterNumber(Secret number) implements GuestClientMessage {}

    /** The person at the desktop does not want the scanned link. The server ends it and tells the phone. */
    @JsonTypeName("cancel")
    record Cancel() implements GuestClientMessage {}
}
