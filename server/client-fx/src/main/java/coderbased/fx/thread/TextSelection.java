package coderbased.fx.thread;

import coderbased.fx.text.DrawnText.Spot;
import coderbased.fx.thread.ThreadRow.Bubble;
import java.text.BreakIterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The selected part of a message's text; a thread has one at most. Used on the JavaFX thread. */
final class TextSelection {

    /** A stretch of the text, between two boundaries. */
    private record Stretch(int from, int to) {}

    private final List<ThreadRow> rows;
    private @Nullable SelectableText owner;
    private Stretch anchor = new Stretch(0, 0);
    private int clicks = 1;
    private int head;
    private Stretch selected = new Stretch(0, 0);

    /** @param rows the rows of the thread, now and later */
    TextSelection(List<ThreadRow> rows) {
        this.rows = rows;
    }

    /** Begins at a place: at a boundary, with the word (two clicks), or with the whole text (three clicks). */
    void begin(SelectableText text, Spot at, int clicked) {
        own(text);
        clicks = clicked;
        anchor = unit(at);
        head = anchor.to();
        select(anchor);
    }

    /** Moves the end of the selection that began in this text. */
    void extend(SelectableText text, Spot to) {
        if (owner == text) {
            Stretch end = unit(to);
            head = end.from() < anchor.from() ? end.from() : end.to();
            select(new Stretch(Math.min(anchor.from(), end.from()), Math.max(anchor.to(), end.to())));
        }
    }

    /** Selects a whole text. */
    void all(SelectableText text) {
        begin(text, new Spot(0, 0), 3);
    }

    /** Selects everything in the text that has a selection. */
    void all() {
        if (owner != null) {
            all(owner);
        }
    }

    /** Moves the end of the selection by one character; begins at the start of a text without a selection. */
    void step(SelectableText text, boolean forward) {
        if (owner != text) {
            begin(text, new Spot(0, 0), 1);
        }
        clicks = 1;
        int fixed = head < anchor.to() ? anchor.to() : anchor.from();
        anchor = new Stretch(fixed, fixed);
        BreakIterator characters = breaks(BreakIterator.getCharacterInstance());
        int from = Math.clamp(head, 0, text.drawn().text().length());
        int next = forward ? characters.following(from) : characters.preceding(from);
        if (next != BreakIterator.DONE) {
            extend(text, new Spot(next, next));
        }
    }

    /** Goes on in a node that draws the same message again; ends if its text is another one now. */
    void resume(SelectableText again) {
        if (owner == null || !owner.messageKey().equals(again.messageKey())) {
            return;
        }
        if (owner.isSame(again)) {
            owner = again;
            select(selected);
        } else {
            clear();
        }
    }

    /** Selects nothing. */
    void clear() {
        own(null);
        selected = new Stretch(0, 0);
    }

    /** True if nothing is selected, or the message was edited or deleted since. */
    boolean isEmpty() {
        SelectableText of = owner;
        return of == null
                || selected.from() == selected.to()
                || rows.stream().noneMatch(row -> row instanceof Bubble bubble && of.isTextOf(bubble));
    }

    /** True if a part of that message is selected. */
    boolean isIn(String messageKey) {
        return owner != null && !isEmpty() && owner.messageKey().equals(messageKey);
    }

    /** Returns the selected text. */
    String text() {
        return owner == null || isEmpty() ? "" : owner.drawn().text().substring(selected.from(), selected.to());
    }

    @SuppressWarnings("ReferenceEquality") // two nodes are never the same
    private void own(@Nullable SelectableText text) {
        if (owner != null && owner != text) {
            owner.showSelection(0, 0);
        }
        owner = text;
    }

    /** Selects whole characters only. */
    private void select(Stretch stretch) {
        if (owner == null) {
            return;
        }
        BreakIterator characters = breaks(BreakIterator.getCharacterInstance());
        int length = owner.drawn().text().length();
        int from = stretch.from() < length && !characters.isBoundary(stretch.from())
                ? characters.preceding(stretch.from())
                : stretch.from();
        int to = stretch.to() < length && !characters.isBoundary(stretch.to())
                ? characters.following(stretch.to())
                : stretch.to();
        selected = new Stretch(from, to);
        owner.showSelection(from, to);
    }

    private Stretch unit(Spot at) {
        if (owner == null || clicks == 1) {
            return new Stretch(at.boundary(), at.boundary());
        }
        int length = owner.drawn().text().length();
        if (clicks > 2 || at.character() >= length) {
            return new Stretch(clicks > 2 ? 0 : length, length);
        }
        BreakIterator words = breaks(BreakIterator.getWordInstance());
        int end = words.following(at.character());
        return new Stretch(words.previous(), end);
    }

    private BreakIterator breaks(BreakIterator of) {
        of.setText(owner == null ? "" : owner.drawn().text());
        return of;
    }
}
