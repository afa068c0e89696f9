package coderbased.camera;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/** The person's choice of camera, as it is saved and as {@code --camera} takes it. */
public sealed interface CameraChoice {

    /** No camera at all: pictures and the typed code remain. */
    record Off() implements CameraChoice {}

    /** The webcam with that name; an empty name stands for the first one found. */
    record Webcam(String name) implements CameraChoice {}

    /** This computer's screen, or a part of it. */
    record Screen(ScreenPart part) implements CameraChoice {

        /** Makes the choice of the whole screen. */
        public Screen() {
            this(ScreenPart.ALL);
        }
    }

    /** A camera that serves MJPEG, or single JPEG pictures, over HTTP. */
    record Network(URI address) implements CameraChoice {

        /** Returns the host of the address. */
        public String host() {
            return CameraAddress.of(address).host();
        }

        /** Leaves out the password that may stand in the address. */
        @Override
        public String toString() {
            return "Network[" + host() + "]";
        }
    }

    /** One picture. */
    record Picture(Path file) implements CameraChoice {}

    /**
     * Reads {@code none}, {@code webcam}, {@code webcam:NAME}, {@code screen}, {@code
     * screen:LEFT,TOP,WIDTH,HEIGHT} in shares of it, an {@code http://} address or a path.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static CameraChoice parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("none")) {
            return new Off();
        }
        if (lower.equals("screen")) {
            return new Screen();
        }
        if (lower.equals("webcam") || lower.startsWith("webcam:")) {
            return new Webcam(text.length() > "webcam:".length() ? text.substring("webcam:".length()) : "");
        }
        try {
            if (lower.startsWith("screen:")) {
                return new Screen(ScreenPart.parse(lower.substring("screen:".length())));
            }
            if (lower.startsWith("http://") || lower.startsWith("https://")) {
                return new Network(address(text));
            }
            if (!text.isBlank()) {
                return new Picture(Path.of(text));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a camera", e); // without the address, which may hold a password
        }
        throw new IllegalArgumentException("not a camera");
    }

    /** Returns the text that {@link #parse} reads back. */
    default String text() {
        return switch (this) {
            case Off() -> "none";
            case Webcam(String name) -> name.isEmpty() ? "webcam" : "webcam:" + name;
            case Screen(ScreenPart part) -> part.equals(ScreenPart.ALL) ? "screen" : "screen:" + part.text();
            case Network(URI address) -> address.toString();
            case Picture(Path file) -> file.toString();
        };
    }

    private static URI address(String text) {
        URI address = URI.create(text.strip());
        CameraAddress.of(address);
        return address;
    }
}
