package coderbased.desktop;

import coderbased.fx.ThemeChoice;
import coderbased.fx.program.WindowPlace;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one profile.
 *
 * @param server where the server is, for example {@code http://127.0.0.1:7070}
 * @param place where the window stood last; null before it was ever closed
 * @param listWidth how wide the list of chats is, in logical pixels
 */
public record DesktopSettings(
        URI server, ThemeChoice theme, @Nullable WindowPlace place, double listWidth, ChatHabits habits) {

    private static final double LIST_WIDTH = 330;

    /** The settings before anything is set: a server on this machine, the system's theme. */
    public static final DesktopSettings DEFAULT = new DesktopSettings(
            URI.create("http://127.0.0.1:7070"), ThemeChoice.SYSTEM, null, LIST_WIDTH, ChatHabits.DEFAULT);

    public DesktopSettings withServer(URI other) {
        return new DesktopSettings(other, theme, place, listWidth, habits);
    }

    public DesktopSettings withTheme(ThemeChoice other) {
        return new DesktopSettings(server, other, place, listWidth, habits);
    }

    public DesktopSettings withPlace(@Nullable WindowPlace other) {
        return new DesktopSettings(server, theme, other, listWidth, habits);
    }

    DesktopSettings withListWidth(double other) {
        return new DesktopSettings(server, theme, place, other, habits);
    }

    DesktopSettings withHabits(ChatHabits other) {
        return new DesktopSettings(server, theme, place, listWidth, other);
    }
}
