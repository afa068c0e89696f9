package coderbased.history;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;

/** Listens to one connection for a device, and hands on whole texts only. */
final class WholeTexts implements WebSocket.Listener {

    /** The code of a connection that ended without a close frame. */
    static final int NO_WORD = -1;

    private final Device device;
    private final StringBuilder text = new StringBuilder();

    /** A listener. It hears the events of one connection one after the other. */
    interface Device {

        void opened(WebSocket open);

        void heard(WebSocket from, String text);

        /** {@code code}: of the close frame, or {@link #NO_WORD}. */
        void ended(WebSocket from, int code);
    }

    WholeTexts(Device device) {
        this.device = device;
    }

    @Override
    public void onOpen(WebSocket open) {
        device.opened(open);
        open.request(Long.MAX_VALUE);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            device.heard(from, whole);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        device.ended(from, code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        device.ended(from, NO_WORD);
    }
}
