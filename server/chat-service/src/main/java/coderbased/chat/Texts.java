package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What may be said: any Unicode that comes back byte for byte, not nothing, not too much. */
final class Texts {

    private Texts() {}

    /** Why this can not be said, if it can not. */
    static Optional<SendRefused> refusal(Send said) {
        return switch (said.body()) {
            case Body.Text body -> refusal(said.clientMessageId(), body.text());
        };
    }

    private static Optional<SendRefused> refusal(String name, String text) {
        if (text.isBlank()) {
            return refuse(name, ErrorCode.BAD_REQUEST, "There is nothing in this message.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return refuse(name, ErrorCode.BAD_REQUEST, "This message holds half a character. Type it again.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > Protocol.MAX_TEXT_BYTES) {
            return refuse(
                    name,
                    ErrorCode.TOO_BIG,
                    "This message is longer than " + Protocol.MAX_TEXT_BYTES + " bytes. Send it in parts.");
        }
        return Optional.empty();
    }

    private static Optional<SendRefused> refuse(String name, ErrorCode code, String sentence) {
        return Optional.of(new SendRefused(name, code, sentence));
    }
}
