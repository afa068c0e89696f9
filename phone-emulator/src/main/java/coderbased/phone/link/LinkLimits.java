package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.phone.parts.PhoneIds;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The limits that a person can set for a computer. Shown beside the answers, where they never scroll out of view. */
final class LinkLimits extends VBox {

    LinkLimits(LinkGrant grant) {
        Label title = new Label(MESSAGES.text("link.limits"));
        title.getStyleClass().add("group-heading");
        FlowPane choices = new FlowPane(
                choice(PhoneIds.LINK_UNTIL_TONIGHT, MESSAGES.text("link.limits.untilTonight"), grant.untilTonight()),
                choice(PhoneIds.LINK_READ_ONLY, MESSAGES.text("link.limits.readOnly"), grant.readOnly()),
                choice(
                        PhoneIds.LINK_WITHOUT_HISTORY,
                        MESSAGES.text("link.limits.withoutHistory"),
                        grant.withoutHistory()));
        choices.getStyleClass().add("link-limits");
        choices.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, choices);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("fact-group");
    }

    private static CheckBox choice(String id, String words, BooleanProperty chosen) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }
}
