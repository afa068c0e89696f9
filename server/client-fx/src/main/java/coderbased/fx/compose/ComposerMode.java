package coderbased.fx.compose;

/** What becomes of the text in the composer. */
public sealed interface ComposerMode {

    /** It is said. */
    record Plain() implements ComposerMode {}

    /** It is said as an answer. */
    record Answering(long seq, String name, String words) implements ComposerMode {}

    /** It takes the place of what was said. */
    record Editing(long seq, String was) implements ComposerMode {}
}
