package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.phone.parts.PhoneIds;
import coderbased.phone.parts.Tab;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The bar with the four tabs. */
final class TabBar extends HBox {

    private final SignedInViewModel viewModel;

    TabBar(SignedInViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("tab-bar");
        getChildren()
                .addAll(
                        tab(
                                Tab.CHATS,
                                PhoneIds.TAB_CHATS,
                                MESSAGES.text("tabs.chats"),
                                badged("mdi2m-message-text-outline")),
                        tab(Tab.SCAN, PhoneIds.TAB_SCAN, MESSAGES.text("tabs.scan"), Icons.icon("mdi2q-qrcode-scan")),
                        tab(
                                Tab.DEVICES,
                                PhoneIds.TAB_DEVICES,
                                MESSAGES.text("tabs.devices"),
                                Icons.icon("mdi2l-laptop")),
                        tab(
                                Tab.SETTINGS,
                                PhoneIds.TAB_SETTINGS,
                                MESSAGES.text("tabs.settings"),
                                Icons.icon("mdi2c-cog-outline")));
    }

    private ToggleButton tab(Tab tab, String id, String words, Node icon) {
        ToggleButton button = new ToggleButton(words, icon);
        button.setId(id);
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().addAll("flat", "tab-button");
        Parts.wide(Parts.whole(button));
        viewModel.tab().subscribe(now -> button.setSelected(now == tab));
        button.setOnAction(e -> {
            viewModel.tab().set(tab);
            button.setSelected(true);
        });
        return button;
    }

    private StackPane badged(String icon) {
        ObservableValue<Integer> unread = viewModel.chat().unread();
        Label badge = new Label();
        badge.getStyleClass().add("unread-badge");
        badge.textProperty().bind(unread.map(count -> count > 99 ? "99+" : count.toString()));
        badge.visibleProperty().bind(unread.map(count -> count > 0));
        badge.setTranslateX(14);
        badge.setTranslateY(-8);
        return new StackPane(Icons.icon(icon), badge);
    }
}
