package coderbased.client.chat;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.messages.ProblemWords;
import coderbased.client.net.Failures;
import coderbased.client.net.ProblemException;
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
import org.jspecify.annotations.Nullable;

/**
 * Requests to the server that are not answered yet. Without a connection a request waits for the next one. Requests in
 * flight when the connection breaks are sent again under the same id, so the server does nothing twice.
 *
 * <p>Used on the client thread; answers come there too.
 */
final class Questions {

    private record Question(ChatClientMessage message, CompletableFuture<ChatServerMessage> answer) {}

    private final Uplink uplink;
    private final SequencedMap<String, Question> waiting = new LinkedHashMap<>();
    private final Map<String, Question> inFlight = new LinkedHashMap<>();
    private final FreshNames names;
    private boolean open;

    Questions(Uplink uplink, FreshNames names) {
        this.uplink = uplink;
        this.names = names;
    }

    /** Sends a request; {@code question} makes the message from a request id. */
    <T extends ChatServerMessage> CompletableFuture<T> ask(
            Function<String, ChatClientMessage> question, Class<T> kind) {
        String id = names.next();
        CompletableFuture<ChatServerMessage> answer = new CompletableFuture<>();
        waiting.put(id, new Question(question.apply(id), answer));
        if (open) {
            putOut(id);
        }
        return answer.thenApply(kind::cast);
    }

    /** Handles an answer; false if it belongs to no request of this device. */
    boolean answered(String requestId, ChatServerMessage answer) {
        Question question = inFlight.remove(requestId);
        if (question != null) {
            question.answer().complete(answer);
        }
        return question != null;
    }

    /** Handles a failure; false if it belongs to no request of this device. */
    boolean failed(ChatServerMessage.RequestFailed failed) {
        Question question = inFlight.remove(failed.requestId());
        if (question != null) {
            fail(question, ProblemWords.worded(failed.problem()));
        }
        return question != null;
    }

    /** Fails the request whose answer could not be processed, so that nobody waits for it. */
    void failAnswer(ChatServerMessage message) {
        String requestId = requestId(message);
        Question question = requestId == null ? null : inFlight.remove(requestId);
        if (question != null) {
            question.answer().completeExceptionally(Failures.unforeseen());
        }
    }

    private static @Nullable String requestId(ChatServerMessage message) {
        return switch (message) {
            case ChatServerMessage.Opened opened -> opened.requestId();
            case ChatServerMessage.Done done -> done.requestId();
            case ChatServerMessage.HistoryPage page -> page.requestId();
            case ChatServerMessage.Found found -> found.requestId();
            case ChatServerMessage.PeopleFound found -> found.requestId();
            case ChatServerMessage.MessageReceipts receipts -> receipts.requestId();
            case ChatServerMessage.RequestFailed failed -> failed.requestId();
            default -> null;
        };
    }

    void resume() {
        open = true;
        List<String> ids = List.copyOf(waiting.keySet());
        ids.forEach(this::putOut);
    }

    void pause() {
        open = false;
        List<Map.Entry<String, Question>> interrupted = new ArrayList<>(inFlight.entrySet());
        inFlight.clear();
        for (Map.Entry<String, Question> entry : interrupted.reversed()) {
            waiting.putFirst(entry.getKey(), entry.getValue());
        }
    }

    /** Fails all requests at the end of the session. */
    void end() {
        List<Question> unanswered = new ArrayList<>(inFlight.values());
        unanswered.addAll(waiting.values());
        inFlight.clear();
        waiting.clear();
        unanswered.forEach(
                question -> fail(question, Problem.of(ErrorCode.NOT_SIGNED_IN, MESSAGES.text("login.missing"))));
    }

    private void putOut(String id) {
        Question question = waiting.remove(id);
        if (question != null) {
            inFlight.put(id, question);
            uplink.tell(question.message());
        }
    }

    private static void fail(Question question, Problem problem) {
        question.answer().completeExceptionally(new ProblemException(problem));
    }
}
