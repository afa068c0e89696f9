package coderbased.client;

import coderbased.protocol.ChatClientMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the server and is not answered. Without a connection a question waits; on the next one it is asked
 * again, which does no harm. Used on the client's own thread.
 */
final class Questions {

    private record Question(ChatClientMessage message, String about, Consumer<String> answered) {}

    private final Map<String, Question> unanswered = new LinkedHashMap<>();
    private final Consumer<ChatClientMessage> line;
    private boolean open;
    private long asked;

    Questions(Consumer<ChatClientMessage> line) {
        this.line = line;
    }

    /** Asks for the messages before a number, unless something is being asked about that conversation. */
    void history(String conversationId, long beforeSeq) {
        if (unanswered.values().stream().noneMatch(question -> question.about().equals(conversationId))) {
            String id = nextId();
            ask(
                    id,
                    new Question(
                            new ChatClientMessage.GetHistory(
                                    id, conversationId, ChatClientMessage.GetHistory.Side.BEFORE, beforeSeq),
                            conversationId,
                            _ -> {}));
        }
    }

    /** Asks for the conversation with somebody. */
    void direct(String accountId, Consumer<String> opened) {
        String id = nextId();
        ask(id, new Question(new ChatClientMessage.OpenDirect(id, accountId), accountId, opened));
    }

    /** An answer came, good or bad; what to do with a good one, or null where nobody asked. */
    @Nullable
    Consumer<String> answered(String requestId) {
        Question question = unanswered.remove(requestId);
        return question == null ? null : question.answered();
    }

    void resume() {
        open = true;
        unanswered.values().forEach(question -> line.accept(question.message()));
    }

    void pause() {
        open = false;
    }

    private void ask(String id, Question question) {
        unanswered.put(id, question);
        if (open) {
            line.accept(question.message());
        }
    }

    private String nextId() {
        asked++;
        return "q" + asked;
    }
}
