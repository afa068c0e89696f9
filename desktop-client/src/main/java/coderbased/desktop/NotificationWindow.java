package coderbased.desktop;

import coderbased.fx.Theme;
import coderbased.fx.notify.Chime;
import coderbased.fx.notify.Notification;
import coderbased.fx.notify.NotificationCard;
import coderbased.fx.notify.NotificationsViewModel;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Notifications at the lower right of the display, above all windows. It never takes the focus: a person who types
 * elsewhere is not interrupted.
 */
final class NotificationWindow {

    private static final double GAP = 16;

    private final Stage stage;
    private final BooleanSupplier sound;
    private final Popup popup = new Popup();
    private final VBox cards = new VBox();
    private final ListChangeListener<Notification> listener = change -> draw();
    private @Nullable NotificationsViewModel viewModel;

    /**
     * @param stage brought to the front when a notification is pressed
     * @param sound whether one is to be heard
     */
    NotificationWindow(Stage stage, Theme theme, BooleanSupplier sound) {
        this.stage = stage;
        this.sound = sound;
        cards.setId(DesktopIds.NOTIFICATIONS);
        cards.getStyleClass().add("notifications");
        popup.getContent().add(cards);
        popup.setAutoFix(true);
        popup.setAnchorLocation(AnchorLocation.WINDOW_BOTTOM_RIGHT);
        theme.dress(popup.getScene());
    }

    /** Tells what that screen has to tell, and no longer what the one before had. */
    void follow(Screen screen) {
        if (viewModel != null) {
            viewModel.shown().removeListener(listener);
            viewModel = null;
        }
        if (screen instanceof SignedInViewModel signedIn) {
            NotificationsViewModel fresh = signedIn.notifications();
            fresh.shown().addListener(listener);
            fresh.onNew(this::hear);
            viewModel = fresh;
        }
        draw();
    }

    private void hear() {
        if (sound.getAsBoolean()) {
            Chime.MESSAGE.play();
        }
    }

    private void draw() {
        NotificationsViewModel shown = viewModel;
        if (shown == null || shown.shown().isEmpty()) {
            popup.hide();
            cards.getChildren().clear();
            return;
        }
        cards.getChildren()
                .setAll(shown.shown().stream().map(n -> card(n, shown)).toList());
        Rectangle2D display = javafx.stage.Screen.getPrimary().getVisualBounds();
        popup.show(stage, display.getMaxX() - GAP, display.getMaxY() - GAP);
    }

    private Node card(Notification notification, NotificationsViewModel shown) {
        NotificationCard card = new NotificationCard(notification, shown);
        card.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_CLICKED, e -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        });
        return card;
    }
}
