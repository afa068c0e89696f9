package coderbased.phone;

import coderbased.fx.notify.Notification;
import coderbased.fx.notify.NotificationCard;
import coderbased.fx.notify.NotificationsViewModel;
import javafx.collections.ListChangeListener;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** A notification at the screen's upper edge: the newest one alone, for a few seconds. */
final class NotificationBanner extends StackPane {

    private final NotificationsViewModel viewModel;
    private final Runnable pressed;

    /** @param pressed after the chat that it tells of was opened */
    NotificationBanner(NotificationsViewModel viewModel, Runnable pressed) {
        this.viewModel = viewModel;
        this.pressed = pressed;
        getStyleClass().add("notification-banner");
        setMaxHeight(USE_PREF_SIZE);
        setPickOnBounds(false);
        viewModel.shown().addListener((ListChangeListener<Notification>) change -> draw());
        draw();
    }

    private void draw() {
        getChildren().clear();
        if (!viewModel.shown().isEmpty()) {
            NotificationCard card = new NotificationCard(viewModel.shown().getLast(), viewModel);
            card.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> pressed.run());
            getChildren().add(card);
        }
    }
}
