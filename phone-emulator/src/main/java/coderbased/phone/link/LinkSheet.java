package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Focus;
import coderbased.fx.FocusScope;
import coderbased.fx.FxThread;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.Ticker;
import coderbased.phone.link.LinkViewModel.Fact;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.PhoneIds;
import coderbased.phone.parts.PressGuard;
import coderbased.phone.parts.Tab;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A computer asks to be linked. Shows what the server saw apart from what the computer says of itself; Deny comes
 * first and is as large as Approve; no button has the focus or is the default.
 */
public final class LinkSheet extends StackPane {

    private final LinkViewModel viewModel;
    private final Ticker ticker = new Ticker(FxThread.delay());
    private final VBox card = new VBox();
    private final FocusScope scope = new FocusScope(this);

    /** @param leave the person is done; told where they want to go */
    public LinkSheet(LinkViewModel viewModel, Consumer<Tab> leave) {
        this.viewModel = viewModel;
        setId(PhoneIds.LINK_SHEET);
        getStyleClass().add("link-sheet");
        setFocusTraversable(false);
        VBox facts = facts();
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        Parts.shownWhen(scroll, viewModel.progress().map(progress -> !progress.isOver()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        LinkOutcome outcome = new LinkOutcome(viewModel, leave);
        viewModel
                .progress()
                .subscribe(progress -> VBox.setVgrow(outcome, progress.isOver() ? Priority.ALWAYS : Priority.NEVER));
        card.getChildren().addAll(scroll, answers(), outcome);
        card.getStyleClass().add("link-card");
        getChildren().add(card);
        PressGuard.guard(this, viewModel::acceptsAnswers);
    }

    /** Called when the sheet is in front of the person. */
    public void arrived() {
        scope.open(this);
        viewModel.shown();
        ticker.follow(viewModel);
    }

    /** Called when the sheet has left the window. */
    public void left() {
        ticker.follow(null);
        scope.close();
    }

    private VBox facts() {
        Label title = Parts.label(MESSAGES.text("link.title"), "sheet-title");
        Label what = Parts.label(MESSAGES.text("link.text"));
        VBox facts = new VBox(Icons.icon("mdi2l-laptop", "link-icon"), title, what);
        facts.setId(PhoneIds.LINK_FACTS);
        facts.getStyleClass().add("link-facts");
        if (viewModel.checkNumber() != null) {
            facts.getChildren().add(number(viewModel.checkNumber()));
        }
        facts.getChildren()
                .addAll(
                        group(MESSAGES.text("link.seen"), network(), viewModel.seen()),
                        group(MESSAGES.text("link.claimed"), null, viewModel.claimed()));
        return facts;
    }

    private static VBox number(String digits) {
        Label caption = Parts.label(MESSAGES.text("link.number"));
        caption.setTextAlignment(TextAlignment.CENTER);
        Label number = new Label(digits);
        number.setId(PhoneIds.LINK_NUMBER);
        number.setAccessibleText(MESSAGES.text("link.number.spoken", "digits", digits));
        VBox box = new VBox(caption, number);
        box.getStyleClass().add("number-box");
        return box;
    }

    private HBox network() {
        boolean same = viewModel.sameNetwork();
        Label words = Parts.label(MESSAGES.text(same ? "link.network.same" : "link.network.other"));
        HBox box = new HBox(Icons.icon(same ? "mdi2c-check-circle" : "mdi2a-alert"), words);
        box.getStyleClass().addAll("network-box", same ? "network-same" : "network-other");
        return box;
    }

    private static Node group(String heading, @Nullable Node first, List<Fact> facts) {
        Label title = Parts.label(heading, "group-heading");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        for (int i = 0; i < facts.size(); i++) {
            Label label = new Label(facts.get(i).label());
            label.getStyleClass().add("text-muted");
            label.setMinWidth(USE_PREF_SIZE);
            grid.addRow(i, label, Parts.label(facts.get(i).value()));
        }
        VBox group = new VBox(title);
        if (first != null) {
            group.getChildren().add(first);
        }
        group.getChildren().add(grid);
        group.getStyleClass().add("fact-group");
        return group;
    }

    private HBox name() {
        TextField field = Fields.text(PhoneIds.LINK_NAME);
        field.textProperty().bindBidirectional(viewModel.name());
        field.setOnAction(e -> viewModel.approve());
        HBox.setHgrow(field, Priority.ALWAYS);
        Label label = new Label(MESSAGES.text("link.name"));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(label, field);
        line.getStyleClass().add("field-line");
        return line;
    }

    private VBox password() {
        PasswordField field = Fields.password(PhoneIds.LINK_PASSWORD);
        field.setAccessibleText(MESSAGES.text("link.password.spoken"));
        field.textProperty().bindBidirectional(viewModel.password());
        field.setOnAction(e -> viewModel.approve());
        viewModel.progress().subscribe(now -> {
            if (now instanceof LinkProgress.Asking(String problem)
                    && !problem.isEmpty()
                    && viewModel.passwordNeeded().get()) {
                Focus.on(field);
            }
        });
        Label why = Parts.label(MESSAGES.text("link.password"), "text-muted");
        VBox box = new VBox(why, field);
        Parts.shownWhen(box, viewModel.passwordNeeded());
        return box;
    }

    private VBox answers() {
        Button deny = answer(PhoneIds.LINK_DENY, MESSAGES.text("link.deny"), viewModel::deny, "danger");
        Button approve = answer(PhoneIds.LINK_APPROVE, MESSAGES.text("link.approve"), viewModel::approve, "success");
        HBox buttons = new HBox(deny, approve);
        buttons.getStyleClass().add("sheet-buttons");
        Label timeLeft = Parts.words(PhoneIds.LINK_TIME_LEFT, viewModel.timeLeft(), "text-muted");
        Label problem = Parts.words(
                PhoneIds.LINK_PROBLEM,
                viewModel.progress().map(p -> p instanceof LinkProgress.Asking(String why) ? why : ""),
                "problem");
        VBox answers = new VBox(name(), new LinkLimits(viewModel.grant()), password(), problem, buttons, timeLeft);
        answers.setAlignment(Pos.CENTER);
        answers.getStyleClass().add("answers");
        Parts.shownWhen(answers, viewModel.progress().map(p -> p instanceof LinkProgress.Asking));
        return answers;
    }

    private static Button answer(String id, String words, Runnable action, String style) {
        Button button = Parts.wide(Parts.button(id, words, action, style, "large"));
        button.setPrefWidth(1);
        return button;
    }
}
