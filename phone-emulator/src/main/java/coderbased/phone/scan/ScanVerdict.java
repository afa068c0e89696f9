package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.Look;
import coderbased.protocol.QrText;
import coderbased.qr.Hint;
import coderbased.qr.Outline;
import coderbased.qr.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The meaning of a picture for a person who wants to link a computer.
 *
 * <p>A code that is not our own server's is named and never acted upon.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
sealed interface ScanVerdict {

    /** A code of our own server. */
    record Ours(QrText.Ours code, Outline outline) implements ScanVerdict {}

    /** Different codes of our own server. */
    record Several(List<Ours> codes) implements ScanVerdict {}

    /** Some other code; {@code sentence} says what it is. */
    record NotOurs(String sentence, Outline outline) implements ScanVerdict {}

    /** No code at all. */
    record Nothing(Hint hint) implements ScanVerdict {}

    /**
     * Returns the verdict. If a picture has several codes, our own ones count; of two of our own, none is picked.
     *
     * @param reader says what a text is; makes no network call
     */
    static ScanVerdict of(Look look, Function<String, QrText> reader) {
        ScanVerdict verdict = new Nothing(look.result().hint());
        Map<QrText.Ours, Ours> own = new LinkedHashMap<>();
        for (Reading reading : look.result().readings()) {
            switch (reader.apply(reading.text())) {
                case QrText.Ours ours -> own.putIfAbsent(ours, new Ours(ours, reading.outline()));
                case QrText.OtherServer() ->
                    verdict = new NotOurs(MESSAGES.text("foreignCode.otherServer"), reading.outline());
                case QrText.OtherVersion(String version) ->
                    verdict = new NotOurs(MESSAGES.text("foreignCode.otherVersion"), reading.outline());
                case QrText.Foreign(QrText.Kind kind) -> verdict = new NotOurs(words(kind), reading.outline());
            }
        }
        if (own.size() > 1) {
            return new Several(List.copyOf(own.values()));
        }
        return own.isEmpty() ? verdict : own.values().iterator().next();
    }

    private static String words(QrText.Kind kind) {
        return MESSAGES.text(
                switch (kind) {
                    case WEB_ADDRESS -> "foreignCode.webAddress";
                    case WIFI -> "foreignCode.wifi";
                    case CONTACT -> "foreignCode.contact";
                    case OTHER_APP -> "foreignCode.otherApp";
                    case DAMAGED -> "foreignCode.damaged";
                    case TEXT -> "foreignCode.text";
                });
    }
}
