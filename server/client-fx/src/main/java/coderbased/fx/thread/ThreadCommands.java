package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.ClipboardText;
import coderbased.fx.MenuCell;
import coderbased.fx.Outside;
import coderbased.fx.SaveDialog;
import coderbased.fx.compose.EmojiPicker;
import coderbased.fx.text.RecentEmoji;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** Connects the actions of bubbles to the ViewModel, to the sheet over the thread, and to the system. */
final class ThreadCommands implements BubbleCommands {

    private final ThreadViewModel viewModel;
    private final ThreadSheet sheet;
    private final RecentEmoji recent;
    private final Consumer<String> say;
    private final Outside outside;
    private final Set<String> unfolded = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();
    private final TextSelection selection;
    private Runnable onUnfold = () -> {};

    /** @param say shows a message for a while */
    ThreadCommands(ThreadViewModel viewModel, ThreadSheet sheet, RecentEmoji recent, Consumer<String> say) {
        this.viewModel = viewModel;
        this.sheet = sheet;
        this.recent = recent;
        this.say = say;
        this.outside = new Outside(say);
        this.selection = new TextSelection(viewModel.rows());
    }

    ThreadActions actions() {
        return viewModel.actions();
    }

    void onUnfold(Runnable redraw) {
        onUnfold = redraw;
    }

    @Override
    public void jumpTo(long seq) {
        viewModel.jumpTo(seq);
    }

    @Override
    public void openLink(URI target) {
        outside.browse(target);
    }

    @Override
    public void react(Bubble bubble, String emoji) {
        if (actions().isBarred()) {
            say.accept(MESSAGES.text("chat.readOnly"));
        } else {
            actions().react(bubble, emoji);
        }
    }

    @Override
    public void undoDelete(Bubble bubble) {
        actions().undoDelete(bubble);
    }

    @Override
    public void retry(Bubble bubble) {
        actions().retry(bubble);
    }

    @Override
    public void dismiss(Bubble bubble) {
        actions().dismiss(bubble);
    }

    @Override
    public void cancel(Bubble bubble) {
        actions().cancel(bubble);
    }

    @Override
    public void open(Bubble bubble, File file) {
        if (!file.kind().opens()) {
            saveAs(bubble, file);
        } else if (file.here() != null) {
            outside.open(file.here(), file.name());
        } else {
            actions().fetch(bubble, path -> {}, say);
        }
    }

    @Override
    public void want(Bubble bubble) {
        if (bubble.seq() > 0 && wanted.add(bubble.key())) {
            actions().fetch(bubble, path -> {}, why -> {});
        }
    }

    @Override
    public boolean unfolded(Bubble bubble) {
        return unfolded.contains(bubble.key());
    }

    @Override
    public void unfold(Bubble bubble) {
        unfolded.add(bubble.key());
        onUnfold.run();
    }

    @Override
    public TextSelection selection() {
        return selection;
    }

    @Override
    public void showMenu(Bubble bubble, Node beside) {
        // By place and not by side: by side, a menu is styled before it has an owner, and finds no colours.
        Bounds at = beside.localToScreen(beside.getLayoutBounds());
        showMenu(bubble, beside, at.getMinX(), at.getMaxY());
    }

    @Override
    public void showMenu(Bubble bubble, Node owner, double screenX, double screenY) {
        BubbleMenu menu = new BubbleMenu(bubble, this);
        if (!menu.getItems().isEmpty()) {
            MenuCell.show(menu, owner, screenX, screenY);
        }
    }

    /** Copies a message's text to the clipboard, unchanged. */
    void copy(Bubble bubble) {
        ClipboardText.put(bubble.text());
    }

    /** Copies the selected text to the clipboard. */
    void copySelection() {
        ClipboardText.put(selection.text());
    }

    void forward(Bubble bubble) {
        ForwardPicker picker = new ForwardPicker(actions().targets(), target -> {
            actions().forward(bubble, target);
            sheet.close();
            say.accept(MESSAGES.text("thread.forwardedTo", "name", target.title()));
        });
        sheet.show(MESSAGES.text("thread.forward.title"), picker, picker.search(), () -> {});
    }

    void showInfo(Bubble bubble) {
        InfoList info = new InfoList(actions().info(bubble));
        sheet.show(MESSAGES.text("messageInfo.title"), info, info, () -> {});
        actions().askTimes(bubble, info::show);
    }

    void pickReaction(Bubble bubble) {
        EmojiPicker picker = new EmojiPicker(
                recent,
                emoji -> {
                    actions().react(bubble, emoji.characters());
                    sheet.close();
                },
                sheet::close);
        picker.begin();
        sheet.show(MESSAGES.text("thread.react.title"), picker, picker.search(), () -> {});
    }

    void saveAs(Bubble bubble, File file) {
        var fetching = actions().fetching(bubble); // another chat may be open when the user has chosen a file
        Path target = SaveDialog.show(sheet.getScene().getWindow(), MESSAGES.text("file.saveAs.title"), file.name());
        if (target != null) {
            fetching.accept(
                    bytes -> outside.save(
                            bytes,
                            target,
                            () -> say.accept(
                                    MESSAGES.text("file.saved", "name", String.valueOf(target.getFileName())))),
                    say);
        }
    }

    void showInFolder(File file) {
        if (file.here() != null) {
            outside.showInFolder(file.here());
        }
    }
}
