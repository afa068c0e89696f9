package coderbased.client;

import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What was asked of the server and is not answered. Without a connection a question waits for the next one. What was under
 * way when the connection broke is asked again, where that does no harm; what might then be done twice fails instead.
 *
 * <p>Used on the client's own thread; answers come there too.
 */
final class Questions {

    private static final String UNCERTAIN =
            "The connection was lost before the server answered. Look whether it was done, and try again if it was not.";

    private record Question(ChatClientMessage message, boolean again, CompletableFuture<ChatServerMessage> answer) {}

    private final Uplink uplink;
    private final SequencedMap<String, Question> waiting = new LinkedHashMap<>();
    private final Map<String, Question> underWay = new LinkedHashMap<>();
    private boolean open;
    private long asked;

    Questions(Uplink uplink) {
        this.uplink = uplink;
    }

    /** Asks something that does no harm when it is asked twice; {@code question} makes it of a request's id. */
    <T extends ChatServerMessage> CompletableFuture<T> ask(
            Function<String, ChatClientMessage> question, Class<T> answer) {
        return ask(question, answer, true);
    }

    /** Asks for something that must not be done twice. */
    <T extends ChatServerMessage> CompletableFuture<T> askOnce(
            Function<String, ChatClientMessage> question, Class<T> answer) {
        return ask(question, answer, false);
    }

    /** An answer came; false where nobody here asked. */
    boolean answered(String requestId, ChatServerMessage answer) {
        Question question = underWay.remove(requestId);
        if (question != null) {
            question.answer().complete(answer);
        }
        return question != null;
    }

    /** The server can not do it; false where nobody here asked. */
    boolean failed(ChatServerMessage.RequestFailed failed) {
        Question question = underWay.remove(failed.requestId());
        if (question != null) {
            fail(question, Problem.of(failed.code(), failed.sentence()));
        }
        return question != null;
    }

    void resume() {
        open = true;
        List<String> ids = List.copyOf(waiting.keySet());
        ids.forEach(this::putOut);
    }

    void pause() {
        open = false;
        List<Map.Entry<String, Question>> interrupted = new ArrayList<>(underWay.entrySet());
        underWay.clear();
        for (Map.Entry<String, Question> entry : interrupted.reversed()) {
            if (entry.getValue().again()) {
                waiting.putFirst(entry.getKey(), entry.getValue());
            } else {
                fail(entry.getValue(), Problem.of(ErrorCode.TRY_LATER, UNCERTAIN));
            }
        }
    }

    /** The session is over: nobody will answer. */
    void end() {
        List<Question> unanswered = new ArrayList<>(underWay.values());
        unanswered.addAll(waiting.values());
        underWay.clear();
        waiting.clear();
        unanswered.forEach(question -> fail(question, Problem.of(ErrorCode.NOT_SIGNED_IN, "Sign in first.")));
    }

    private <T extends ChatServerMessage> CompletableFuture<T> ask(
            Function<String, ChatClientMessage> question, Class<T> kind, boolean again) {
        asked++;
        String id = "q" + asked;
        CompletableFuture<ChatServerMessage> answer = new CompletableFuture<>();
        waiting.put(id, new Question(question.apply(id), again, answer));
        if (open) {
            putOut(id);
        }
        return answer.thenApply(kind::cast);
    }

    private void putOut(String id) {
        Question question = waiting.remove(id);
        if (question != null) {
            underWay.put(id, question);
            uplink.tell(question.message());
        }
    }

    private static void fail(Question question, Problem problem) {
        question.answer().completeExceptionally(new ProblemException(problem));
    }
}
