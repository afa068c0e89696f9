package coderbased.fx.notify;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.EmojiWords;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** View of a notification, in its own window or at a window's upper edge. A click opens its conversation. */
public final class NotificationCard extends HBox {

    public NotificationCard(Notification notification, NotificationsViewModel viewModel) {
        setId("notification");
        getStyleClass().add("notification");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(notification.title() + ": " + notification.text());
        Label title = label("", "notification-title");
        EmojiWords.show(title, notification.title());
        Label text = Parts.label(notification.text(), "notification-text");
        text.setMinHeight(0);
        VBox words = new VBox(title, text);
        words.setMinWidth(0);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = Icons.button("notification-close", "mdi2c-close", MESSAGES.text("notification.close"));
        close.setFocusTraversable(false);
        close.setOnAction(e -> viewModel.dismiss(notification));
        if (notification.face() == null) {
            getChildren().add(Icons.icon("mdi2m-message-text-outline", "brand-icon"));
        } else {
            Avatar avatar = new Avatar();
            avatar.show(notification.face());
            getChildren().add(avatar);
        }
        getChildren().addAll(words, close);
        setOnMouseClicked(e -> viewModel.press(notification));
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
