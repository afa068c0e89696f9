package coderbased.fx.compose;

/** Purpose of the text in the composer. */
public sealed interface ComposerMode {

    /** It is sent as a message. */
    record Plain() implements ComposerMode {}

    /** It is sent as an answer. */
    record Answering(long seq, String name, String words) implements ComposerMode {}

    /** It replaces the text of a message. */
    record Editing(long seq, String was) implements ComposerMode {}
}
