package coderbased.phone.scan;

import coderbased.camera.Look;
import coderbased.protocol.QrText;
import coderbased.qr.Outline;
import coderbased.qr.picture.Corner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The choice between the codes of several computers of our own server: of two that are in view, none is picked.
 *
 * <p>A code counts as alone at the second look that shows it and no other, because not every look reads all that is in
 * view. From the first look at two, both have a number that they keep until the person has chosen or all of them have
 * left the view, however often a look misses one. A computer that shows its next code at the same place keeps its
 * number.
 *
 * <p>Use on the JavaFX thread.
 */
final class CodeChoice {

    /** A code left the view if so many looks in a row did not show it. */
    private static final int MISSES_TO_LEAVE = 15;

    /** Each has a key. */
    private static final int MOST = 9;

    private static final class Tracked {
        private final int number;
        private ScanVerdict.Ours seen;
        private int misses;

        Tracked(int number, ScanVerdict.Ours seen) {
            this.number = number;
            this.seen = seen;
        }
    }

    private final ReadOnlyObjectWrapper<CodesInView> codes = new ReadOnlyObjectWrapper<>(CodesInView.NONE);
    private final List<Tracked> tracked = new ArrayList<>();
    private ScanVerdict.@Nullable Ours last;
    private ScanVerdict.@Nullable Ours before;
    private int looksWithout;
    private boolean resting;
    private int looksAtFew;

    /** Returns the codes to choose from. */
    ReadOnlyObjectProperty<CodesInView> codes() {
        return codes.getReadOnlyProperty();
    }

    /** True while the person is asked. */
    boolean isOpen() {
        return !tracked.isEmpty();
    }

    /** True if the person left the choice and several codes may still be in view. */
    boolean isResting() {
        return resting;
    }

    /** Takes note of the own codes in a look. Returns the one that is alone in view, if there is one. */
    Optional<ScanVerdict.Ours> see(List<ScanVerdict.Ours> seen, Look look) {
        if (isOpen()) {
            follow(seen, look);
            return Optional.empty();
        }
        List<ScanVerdict.Ours> together = together(seen);
        if (resting) {
            looksAtFew = together.size() > 1 ? 0 : looksAtFew + 1;
            resting = looksAtFew < MISSES_TO_LEAVE;
        }
        if (!resting && together.size() > 1) {
            follow(leftToRight(together), look);
        }
        return resting || together.size() != 1 ? Optional.empty() : alone(together.getFirst(), look.still());
    }

    /** Returns the codes in view: a code that comes back after another was seen is there beside it. */
    private List<ScanVerdict.Ours> together(List<ScanVerdict.Ours> seen) {
        if (seen.isEmpty() && ++looksWithout == MISSES_TO_LEAVE) {
            forget();
        }
        if (seen.size() == 1 && last != null && before != null && isSame(seen.getFirst(), before)) {
            return List.of(seen.getFirst(), last);
        }
        return seen;
    }

    private Optional<ScanVerdict.Ours> alone(ScanVerdict.Ours code, boolean still) {
        looksWithout = 0;
        boolean isAgain = last != null && isSame(code, last);
        if (!isAgain) {
            before = last;
        }
        last = code;
        return isAgain || still ? Optional.of(code) : Optional.empty();
    }

    private static boolean isSame(ScanVerdict.Ours one, ScanVerdict.Ours other) {
        return one.code().equals(other.code());
    }

    private static List<ScanVerdict.Ours> leftToRight(List<ScanVerdict.Ours> codes) {
        return codes.stream()
                .sorted(Comparator.comparingDouble(
                        code -> middle(code.outline()).x()))
                .toList();
    }

    private void follow(List<ScanVerdict.Ours> seen, Look look) {
        List<Tracked> missed = new ArrayList<>(tracked);
        List<ScanVerdict.Ours> others = new ArrayList<>();
        for (ScanVerdict.Ours code : seen) {
            Optional<Tracked> known =
                    missed.stream().filter(old -> isSame(old.seen, code)).findFirst();
            known.ifPresentOrElse(old -> found(old, code, missed), () -> others.add(code));
        }
        for (ScanVerdict.Ours code : others) {
            Optional<Tracked> place =
                    missed.stream().filter(old -> isAtPlaceOf(code, old.seen)).findFirst();
            place.ifPresentOrElse(old -> found(old, code, missed), () -> add(code));
        }
        missed.forEach(old -> old.misses = Math.min(MISSES_TO_LEAVE, old.misses + 1));
        if (tracked.stream().allMatch(old -> old.misses == MISSES_TO_LEAVE)) {
            close();
        } else {
            codes.set(new CodesInView(
                    tracked.stream().map(CodeChoice::numbered).toList(), look.width(), look.height(), look.still()));
        }
    }

    private static void found(Tracked old, ScanVerdict.Ours code, List<Tracked> missed) {
        old.seen = code;
        old.misses = 0;
        missed.remove(old);
    }

    private void add(ScanVerdict.Ours code) {
        if (tracked.size() < MOST) {
            tracked.add(new Tracked(tracked.size() + 1, code));
        }
    }

    private static CodesInView.Numbered numbered(Tracked code) {
        return new CodesInView.Numbered(
                code.number, code.seen.code(), code.seen.outline(), code.misses < MISSES_TO_LEAVE);
    }

    /** True if a code lies where another one lay. */
    private static boolean isAtPlaceOf(ScanVerdict.Ours code, ScanVerdict.Ours old) {
        Corner now = middle(code.outline());
        Corner then = middle(old.outline());
        Corner end = old.outline().topLeft();
        return Math.hypot(now.x() - then.x(), now.y() - then.y()) < Math.hypot(end.x() - then.x(), end.y() - then.y());
    }

    private static Corner middle(Outline outline) {
        return new Corner(
                (outline.topLeft().x() + outline.bottomRight().x()) / 2,
                (outline.topLeft().y() + outline.bottomRight().y()) / 2);
    }

    /** Ends the choice. Returns the code of that number, if it is in view. */
    Optional<QrText.Ours> choose(int number) {
        Optional<QrText.Ours> chosen = codes.get().codes().stream()
                .filter(code -> code.number() == number && code.inView())
                .map(CodesInView.Numbered::code)
                .findFirst();
        if (chosen.isPresent()) {
            close();
        }
        return chosen;
    }

    /** Ends the choice without a code. The person is asked again once fewer codes were in view for a while. */
    void rest() {
        close();
        resting = true;
        looksAtFew = 0;
    }

    /** Forgets all that was seen. */
    void close() {
        tracked.clear();
        codes.set(CodesInView.NONE);
        resting = false;
        forget();
    }

    private void forget() {
        last = null;
        before = null;
        looksWithout = 0;
    }
}
